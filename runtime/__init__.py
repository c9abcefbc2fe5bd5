"""What every program needs: settings, logs, process, texts; imports none of the other rooms."""
