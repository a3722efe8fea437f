"""The parts of the explorer: ways to see the results, comparing, and taking things away."""
