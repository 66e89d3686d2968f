# The commands of the project. Each installs what it needs into .venv, and Debian's packages as root.
.PHONY: run demo test check bench pictures dist lock dates debian clean

BIN := $(if $(filter Windows_NT,$(OS)),.venv/Scripts,.venv/bin)
READY := .venv/ready
# What Qt loads on Debian and its kin: a bare system lacks most of it.
QT := libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libcups2 libxkbcommon0 libxkbcommon-x11-0 libx11-xcb1 \
	libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 \
	libxcb-sync1 libxcb-xfixes0
NEEDS = @sh build/debian.sh

run: $(READY)
	$(NEEDS) $(QT)
	@if $(BIN)/python build/display.py; then $(BIN)/lovedesk; else \
		echo "No display answers here, so there is no window: drawing the sample shop into out/ instead."; \
		$(BIN)/lovedesk demo --out out; \
	fi

demo: $(READY)
	$(NEEDS) $(QT)
	$(BIN)/lovedesk demo --out out

test: $(READY)
	$(NEEDS) $(QT)
	$(BIN)/python -m pytest -n auto

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/vulture

bench: $(READY)
	$(NEEDS) $(QT) xvfb
	$(BIN)/python -m bench

pictures: $(READY)
	$(NEEDS) $(QT)
	$(BIN)/python build/pictures.py out/pictures

# The standalone folder dist/lovedesk, which then proves itself.
dist: $(READY)
	$(NEEDS) $(QT) binutils
	$(BIN)/pyinstaller --noconfirm --log-level WARN --workpath out/pyinstaller --distpath dist build/pyinstaller.spec
	dist/lovedesk/lovedesk self-test

# The pinned file for all systems. uv has an environment of its own, since nothing else needs it.
lock: $(READY)
	$(BIN)/python -m venv out/uv
	out/uv/$(notdir $(BIN))/python -m pip install --quiet uv
	out/uv/$(notdir $(BIN))/uv pip compile --universal --generate-hashes --no-emit-index-url --no-annotate --no-header \
		--python-version 3.11 requirements/run.in requirements/dev.in -o requirements/lock.txt

# What CLDR says of days and months, anew when Babel is renewed.
dates: $(READY)
	$(BIN)/python build/dates.py

# All that Debian has for the commands above, for machines where only this one line may be run as root.
debian:
	$(NEEDS) python3 python3-venv binutils xvfb $(QT)

clean:
	rm -rf .venv out dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(READY): requirements/lock.txt pyproject.toml build/setup.sh
	sh build/setup.sh
