"""The documentation site: Sphinx reads the pages of this folder, and ``extension/`` draws the charts in them."""

import sys
from pathlib import Path

import tradecontext

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "extension"))

project = "tradecontext"
author = "The tradecontext authors"
project_copyright = f"{author}, MIT licence"
version = release = tradecontext.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_copybutton", "drawn", "outside"]
exclude_patterns = ["extension"]
myst_heading_anchors = 3
# A link to a page or a heading that is not there is a warning, and `make site` takes none.
nitpicky = False

html_theme = "furo"
html_title = f"tradecontext {version}"
# Each page links to its source.
html_theme_options = {
    "source_repository": "https://github.com/tradecontext/tradecontext/",
    "source_branch": "main",
    "source_directory": "docs/",
}
html_static_path = ["extension/site.css"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sphinx = False

napoleon_google_docstring = False
autodoc_member_order = "bysource"
autodoc_typehints = "none"
python_maximum_signature_line_length = 80
copybutton_exclude = ".linenos, .gp"
