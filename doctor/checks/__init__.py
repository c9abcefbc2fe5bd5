"""The checks: each looks at one thing of the box and says what is so and what to do."""
