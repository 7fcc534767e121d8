"""Attachment: which places and which time belong to a mention."""

from marsad.stages.code.attachment.places import settle_places
from marsad.stages.code.attachment.times import settle_time, share_times, untie_times

__all__ = ["settle_places", "settle_time", "share_times", "untie_times"]
