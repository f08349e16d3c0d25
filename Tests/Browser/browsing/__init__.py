"""What the browser tests are written with: a running Ponte, a browser that keeps its eyes open, and lists of pages."""
