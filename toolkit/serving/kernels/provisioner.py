"""Jupyter's way to start a process, asking the warm parent first."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from toolkit.serving.kernels.child import CONNECTION, Order
from toolkit.serving.kernels.warm import WarmParent, with_ipython_in

__all__ = ["Forked", "order_for"]


class Forked(LocalProvisioner):
    """A kernel that is split off from a warm parent; a plain one where that cannot be."""

    warm: WarmParent | None = None

    async def launch_kernel(self, cmd: list[str], **options: Any) -> Any:
        """Start a kernel and return where it listens."""
        if self.warm:
            options["env"] = with_ipython_in(self.warm.folder, options.get("env"))
        order = order_for(cmd, options)
        born = await self.warm.bear(order) if self.warm and order else None
        if born is None or order is None:
            return await super().launch_kernel(cmd, **options)
        self.process = born
        self.pid = self.pgid = born.pid
        self.cwd = order.folder
        return self.connection_info


def order_for(command: list[str], options: dict[str, Any]) -> Order | None:
    """Return what to ask the warm parent for; None for a kernel it cannot be.

    Parameters
    ----------
    command : list of str
        What a plain kernel would be started with.
    options : dict
        ``cwd`` and ``env`` of the process.

    Returns
    -------
    Order or None
        None for another Python, another language, or with settings we do not know.
    """
    usual = [sys.executable, "-m", "ipykernel_launcher", CONNECTION]
    if command[:-1] != usual:
        return None
    folder = options.get("cwd") or Path.cwd()
    return Order(command[-1], str(folder), dict(options.get("env") or os.environ))
