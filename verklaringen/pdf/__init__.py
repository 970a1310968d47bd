"""From HTML to PDF bytes, in a process of its own: there, `zetten` alone imports weasyprint."""

from verklaringen.pdf.drukwerk import Drukwerk, RenderFout
from verklaringen.pdf.renderer import Renderer

__all__ = ["Drukwerk", "RenderFout", "Renderer"]
