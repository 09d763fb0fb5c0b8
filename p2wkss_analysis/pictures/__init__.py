"""Pictures: functions of results and places. The only room that imports matplotlib."""
