// ipywidgets' own controls and their look, fetched only by pages that have some.

export * from "@jupyter-widgets/controls";
import "@jupyter-widgets/base/css/index.css";
import "@jupyter-widgets/controls/css/labvariables.css";
import "@jupyter-widgets/controls/css/widgets-base.css";
import DOMPurify from "dompurify";
import { cleaner } from "./sanitize.js";

cleaner.purify = DOMPurify.sanitize;
