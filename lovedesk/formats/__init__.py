"""Files of others: bytes to plain records and back. Knows neither Qt nor the database."""
