"""All branches of an organisation at a glance: read in parallel, shown on one page."""
