"""The model of an article, as in Wagtail's tutorial."""

from __future__ import annotations

from wagtail.admin.panels import FieldPanel
from wagtail.blocks import RawHTMLBlock, RichTextBlock
from wagtail.fields import StreamField
from wagtail.models import Page


class ArticlePage(Page):
    """An article of paragraphs and pasted HTML."""

    body = StreamField([("text", RichTextBlock()), ("raw", RawHTMLBlock())])
    content_panels = [*Page.content_panels, FieldPanel("body")]  # noqa: RUF012 -- Wagtail's convention
