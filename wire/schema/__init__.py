"""The contract written down: as an AsyncAPI document, and as the page docs/wire.md."""
