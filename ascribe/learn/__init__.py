"""Corpora -> the encoder's weights. Needs the extra `train`; nothing here is used when texts are coded."""
