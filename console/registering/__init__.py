"""Writing down what a question was about, in taps: nothing is typed, and nothing is chosen beforehand."""
