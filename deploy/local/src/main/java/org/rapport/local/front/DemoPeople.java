package org.rapport.local.front;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Who can log in to the local run: the staff of the fictional practice, all with the same password. */
public final class DemoPeople {
    public static final String PASSWORD = "rapport";

    /** A member of staff; {@code id} is the one the services know. */
    public record Person(String login, String name, UUID id, String role) {}

    public static final List<Person> ALL = all();

    private DemoPeople() {}

    private static List<Person> all() {
        List<Person> people = new ArrayList<>();
        List<String> coordinators = List.of("Maya Thompson", "Daniel Ortiz", "Ruth Abrams");
        for (int n = 0; n < coordinators.size(); n++) {
            people.add(person(coordinators.get(n), "c", n + 1, "COORDINATOR"));
        }
        List<String> therapists = List.of(
                "Grace Okafor",
                "Elena Marquez",
                "Samuel Levin",
                "Priya Natarajan",
                "Tomas Herrera",
                "Hannah Lindqvist",
                "Marcus Bell",
                "Aisha Rahman",
                "Claire Dubois",
                "Kevin Nowak",
                "Naomi Feldman",
                "Luis Cordero",
                "Beth Sorensen",
                "Jerome Whitfield");
        for (int n = 0; n < therapists.size(); n++) {
            people.add(person(therapists.get(n), "a", n + 1, "THERAPIST"));
        }
        people.add(person("Olivia Grant", "b", 1, "ADMINISTRATOR"));
        return List.copyOf(people);
    }

    private static Person person(String name, String kind, int number, String role) {
        UUID id = UUID.fromString(String.format("%s0000000-0000-4000-8000-%012d", kind, number));
        String login = name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT);
        return new Person(login, name, id, role);
    }
}
