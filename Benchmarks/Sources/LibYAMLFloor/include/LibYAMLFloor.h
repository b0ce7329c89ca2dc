#include <stddef.h>

/// Has libyaml turn a text into events, which are thrown away: what reading YAML costs at the least.
/// Returns the number of events, or -1 where the text is no YAML.
long libyaml_count_events(const unsigned char *text, size_t size);
