"""What `plt.show()` does in a notebook when the site is built: each figure in the site's look, in both colour schemes.

Matplotlib loads it by the name that MPLBACKEND has; elsewhere the same notebook shows its figures as Jupyter does.
"""

from cycler import cycler
from IPython.display import SVG, display
from matplotlib import rcParams
from matplotlib._pylab_helpers import Gcf
from matplotlib.backends.backend_svg import FigureCanvasSVG as FigureCanvas

from exhibits import _drawing as drawing

__all__ = ["FigureCanvas", "show"]

# The colours that matplotlib calls C0 to C3: blue, orange, green, red.
rcParams["axes.prop_cycle"] = cycler(color=[drawing.P, drawing.Q, drawing.H, drawing.D])


def show(*, block: bool | None = None) -> None:
    """Show all open figures and close them."""
    for manager in Gcf.get_all_fig_managers():
        figure = drawing.narrowed(manager.canvas.figure)
        display(SVG(drawing.svg(figure, str(figure.get_label()))))  # type: ignore[no-untyped-call]
    Gcf.destroy_all()
