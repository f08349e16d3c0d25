"""What the process tests are written with: the binary, a sandbox, the two databases, and ways to hurt them."""
