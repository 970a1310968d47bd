from .eigen import duiden, eigen_opgave_invullen
from .exporteren import exporteren
from .herbouwen import herbouwen, sluit_op
from .publiceren import publiceren

__all__ = ["duiden", "eigen_opgave_invullen", "exporteren", "herbouwen", "publiceren", "sluit_op"]
