"""Answers that come back from phones: exports of KoboToolbox and ODK Central, read without a mapping."""
