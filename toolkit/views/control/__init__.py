"""Controls a learner sets things with: each draws itself and reads its own value back.

What was kept or typed may be anything at all; a control always gives a value that can be used,
and says so where it is not what was typed. A lesson declares its controls in one line each.
"""

from toolkit.views.control.choice import Radios, Select, TickBoxes
from toolkit.views.control.control import Control
from toolkit.views.control.passage import Passage
from toolkit.views.control.slider import Slider
from toolkit.views.control.text import Lines, TextBox

__all__ = ["Control", "Lines", "Passage", "Radios", "Select", "Slider", "TextBox", "TickBoxes"]
