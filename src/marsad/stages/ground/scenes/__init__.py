"""Scenes: dates carried inside one continuing scene, and never across its end."""

from marsad.stages.ground.scenes.carrying import Scenes
from marsad.stages.ground.scenes.story import Story, Told, in_the_air

__all__ = ["Scenes", "Story", "Told", "in_the_air"]
