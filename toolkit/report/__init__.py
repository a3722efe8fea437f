"""Reports on a self-assessment: built once as documents, from the result that the page shows."""
