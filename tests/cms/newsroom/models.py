"""An article, as Wagtail's own tutorial would have it."""

from __future__ import annotations

from wagtail.admin.panels import FieldPanel
from wagtail.blocks import RawHTMLBlock, RichTextBlock
from wagtail.fields import StreamField
from wagtail.models import Page


class ArticlePage(Page):
    """Paragraphs, and whatever else was pasted."""

    body = StreamField([("text", RichTextBlock()), ("raw", RawHTMLBlock())])
    content_panels = [*Page.content_panels, FieldPanel("body")]  # noqa: RUF012 -- so Wagtail has it
