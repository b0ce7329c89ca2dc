#include <stddef.h>

/// Parses text with libyaml and discards the events, which is the lower bound for reading YAML.
/// Returns the number of events, or -1 if the text isn't valid YAML.
long libyaml_count_events(const unsigned char *text, size_t size);
