"""How served pages get their kernels: split off from a warm parent, and kept ready for a crowd.

For `toolkit serve` only. Under an ordinary Jupyter server, as on Binder, the same server runs its
owner's own notebooks: those get the kernels Jupyter gives everybody.
"""
