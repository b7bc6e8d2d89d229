#!/usr/bin/env bash
# Makes docs/screenshot.png: the story test drives the real page in chromium and keeps its pictures.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
dotnet build tests/Browser --nologo -v quiet
out=tests/Browser/bin/Debug/net10.0
dotnet "$out/GitAIOps.Tests.Browser.dll" --filter-class GitAIOps.Tests.Browser.StoryTests
cp "$out/screens/story-done.png" docs/screenshot.png
