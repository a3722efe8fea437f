"""The toolkit without a server: a folder of plain pages, its results worked out beforehand."""
