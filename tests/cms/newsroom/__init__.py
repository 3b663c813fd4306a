"""A small Wagtail site: articles of text and raw HTML, in the colours that a reader's system asks for."""
