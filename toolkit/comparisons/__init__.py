"""What published numbers show when they are set side by side, and what they cannot show."""
