"""What places share: chip, card, tick, avatar, toast ..."""
