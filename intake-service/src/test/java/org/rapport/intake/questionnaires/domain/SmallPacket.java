package org.rapport.intake.questionnaires.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Two pages with one question of each kind, enough for every rule: built by hand, so that no file need be read. */
public final class SmallPacket implements Questionnaires {
    public static final String SAFETY_CODE = "harm-rule";
    public static final Packet PACKET = new Packet(List.of(new Questionnaire(
            new QuestionnaireKey("https://p.example/small", "1"),
            words("Small"),
            null,
            List.of(
                    group(
                            "about",
                            words("About you"),
                            List.of(
                                    choice("state", true, false, "IL", "IN"),
                                    choice("format", true, false, "INDIVIDUAL", "GROUP"),
                                    choice("payment", true, false, "SELF_PAY"),
                                    choice("concerns", false, true, "stress", "grief"),
                                    new Item.Asked(
                                            new Question(
                                                    Head.of("words", words("Why?"), null),
                                                    QuestionType.TEXT,
                                                    Occurrence.once(true),
                                                    Limits.text(20),
                                                    Control.AUTOMATIC,
                                                    List.of(),
                                                    Initial.NONE),
                                            List.of()))),
                    group("mood", words("Mood"), List.of(scored("low"), scored("harm")))),
            new Rules(
                    new Scoring(
                            "SMALL",
                            List.of("low", "harm"),
                            6,
                            List.of(
                                    new Band(0, 2, "FEW", words("few"), Priority.ROUTINE),
                                    new Band(3, 6, "MANY", words("many"), Priority.URGENT))),
                    null,
                    List.of(new SafetyRule("harm", 0, SAFETY_CODE)),
                    Map.of(
                            Criterion.STATE, "state",
                            Criterion.FORMAT, "format",
                            Criterion.PAYMENT, "payment",
                            Criterion.CONCERNS, "concerns")),
            List.of())));

    /** Complete answers to the first page. */
    public static final Answers ABOUT = new Answers(Map.of(
            "state", List.of("IL"),
            "format", List.of("INDIVIDUAL"),
            "payment", List.of("SELF_PAY"),
            "concerns", List.of("stress", "grief"),
            "words", List.of("my own words")));

    @Override
    public Packet current() {
        return PACKET;
    }

    @Override
    public Packet pinned(List<QuestionnaireKey> keys) {
        return PACKET;
    }

    @Override
    public Optional<Questionnaire> find(QuestionnaireKey key) {
        return PACKET.questionnaires().stream()
                .filter(questionnaire -> questionnaire.key().equals(key))
                .findFirst();
    }

    @Override
    public Collection<Questionnaire> atHand() {
        return PACKET.questionnaires();
    }

    public static Answers mood(int low, int harm) {
        return new Answers(Map.of("low", List.of("p" + low), "harm", List.of("p" + harm)));
    }

    private static Item scored(String linkId) {
        return question(
                linkId, true, false, List.of(option("p0", 0), option("p1", 1), option("p2", 2), option("p3", 3)));
    }

    private static Item choice(String linkId, boolean required, boolean repeats, String... codes) {
        return question(
                linkId,
                required,
                repeats,
                List.of(codes).stream().map(code -> option(code, null)).toList());
    }

    private static Item question(String linkId, boolean required, boolean repeats, List<Option> options) {
        return new Item.Asked(
                new Question(
                        Head.of(linkId, words(linkId + "?"), null),
                        QuestionType.CHOICE,
                        repeats ? Occurrence.often(required) : Occurrence.once(required),
                        Limits.none(),
                        Control.AUTOMATIC,
                        options,
                        Initial.NONE),
                List.of());
    }

    private static Item group(String linkId, Wording title, List<Item> items) {
        return new Item.Group(Head.of(linkId, title, null), Occurrence.once(false), false, items);
    }

    private static Option option(String code, @Nullable Integer points) {
        return new Option(code, words("option " + code), points);
    }

    private static Wording words(String english) {
        return new Wording(english, english + " (es)");
    }
}
