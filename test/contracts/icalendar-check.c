/*
 * Reads an iCalendar file from standard input and answers 0 when libical finds nothing against it.
 *   cc -o icalendar-check test/contracts/icalendar-check.c $(pkg-config --cflags --libs libical)
 */
#include <libical/ical.h>
#include <stdio.h>

static char *read_line(char *buffer, size_t size, void *file) { return fgets(buffer, (int)size, file); }

static int report(icalcomponent *of) {
  int faults = 0;
  for (icalproperty *at = icalcomponent_get_first_property(of, ICAL_ANY_PROPERTY); at != NULL;
       at = icalcomponent_get_next_property(of, ICAL_ANY_PROPERTY)) {
    if (icalproperty_isa(at) == ICAL_XLICERROR_PROPERTY) {
      printf("%s: %s\n", icalcomponent_kind_to_string(icalcomponent_isa(of)), icalproperty_get_xlicerror(at));
      faults++;
    }
  }
  for (icalcomponent *at = icalcomponent_get_first_component(of, ICAL_ANY_COMPONENT); at != NULL;
       at = icalcomponent_get_next_component(of, ICAL_ANY_COMPONENT))
    faults += report(at);
  return faults;
}

int main(void) {
  icalparser *parser = icalparser_new();
  icalparser_set_gen_data(parser, stdin);
  icalcomponent *calendar = icalparser_parse(parser, read_line);
  if (calendar == NULL) return puts("not an iCalendar file"), 2;
  int is_allowed = icalrestriction_check(calendar);
  int moments = icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT);
  int faults = report(calendar);
  printf("%d moments, %d errors, restrictions %s\n", moments, faults, is_allowed ? "kept" : "broken");
  return faults == 0 && is_allowed ? 0 : 1;
}
