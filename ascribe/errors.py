"""Everything that can stop a run.

AscribeError
  ConfigError        a setting or a word list is wrong; says where
  ReadError          a document cannot be read; the run goes on without it
  BackendError       a named part is unknown, or its package is not installed
  CaseError          a case file cannot be used
    UnknownError       what is asked of it is not there
      ErasedError        it was there, and was erased

A doubt about the world (no date, two candidate towns) is never an error: it is a coded value in the data.
"""

from __future__ import annotations


class AscribeError(Exception):
    """The root of the family: catch this to catch them all."""


class ConfigError(AscribeError):
    """A setting or a word list is wrong. The message says where, and what would be right."""


class ReadError(AscribeError):
    """A document cannot be read. The message names the file, the reason and the remedy."""


class BackendError(AscribeError):
    """A named part is unknown, or the package that it needs is not installed."""


class CaseError(AscribeError):
    """A case file cannot be used. The message names the file, the reason and the remedy."""


class UnknownError(CaseError):
    """What is asked of a case is not in it. The message says where to look."""


class ErasedError(UnknownError):
    """What is asked of a case was in it and was erased. The message says when, by whom and why."""
