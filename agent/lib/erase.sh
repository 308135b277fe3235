erase() { fail EraseUnsupported "not yet"; }
