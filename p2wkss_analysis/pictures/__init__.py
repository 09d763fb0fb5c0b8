"""Floor 6. Pictures: functions of results and places. The only floor that imports matplotlib."""
