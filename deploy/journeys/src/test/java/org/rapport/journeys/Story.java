package org.rapport.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapport.local.front.DemoPeople;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole story: a person passes all four hands. Told once, on whatever {@link Screen} each of the three people has. */
final class Story {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Map<String, String> WISHES = Map.of(
            "state", "IL",
            "format", "INDIVIDUAL",
            "payment", "BCBS",
            "availability", "EVENING",
            "concerns", "anxiety",
            "consent", "agreed");

    /** Who the story is about. */
    record Client(String name, String email, String phone, String language, boolean inDanger) {}

    private final String url;
    private final Client client;
    private final Function<String, Screen> screens;
    private final Screen person;
    private final Screen coordinator;
    private final Inbox inbox;
    private String inquiry = "";
    private String manageLink = "";
    private Instant start = Instant.MIN;

    /** @param screens opens a screen for {@code client}, {@code coordinator} or {@code therapist} */
    Story(String url, Client client, Function<String, Screen> screens) {
        this.url = url;
        this.client = client;
        this.screens = screens;
        this.person = screens.apply("client");
        this.coordinator = screens.apply("coordinator");
        this.inbox = new Inbox(url, person);
    }

    /** @param dayLink which of the offered days is taken; far enough ahead for a reminder the day before */
    void booksACall(int dayLink) {
        person.open(url + "/?lang=" + client.language());
        person.inspect("front-door");
        assertThat(person.attribute("html", "lang")).isEqualTo(client.language());
        person.follow("a.card[href='/book/times']");
        person.follow("nav.day li:nth-child(" + dayLink + ") a");
        person.inspect("times");
        start = Instant.parse(person.attribute("form#times button[name=start]", "value"));
        person.press("form#times button[name=start]");

        person.press("form[action$='/you'] .actions button");
        assertThat(person.has(".error-summary a[href='#name']"))
                .as("an error that leads to the field")
                .isTrue();
        person.inspect("about-you-with-errors");
        person.fill("name", client.name());
        person.choose("channels", "EMAIL");
        person.choose("channels", "SMS");
        person.fill("email", client.email());
        person.fill("phone", client.phone());
        person.choose("state", "IL");
        person.choose("zone", "America/Chicago");
        person.choose("language", client.language());
        person.choose("consent", "true");
        person.press("form[action$='/you'] .actions button");
        assertThat(person.text("main")).contains(client.name(), client.email());
        person.inspect("check");
        person.press("form[action$='/check'] .actions button");
        assertThat(person.address()).endsWith("/done");
        person.inspect("booked");

        Mail confirmation = inbox.await(client.email(), mail -> !mail.invite().isEmpty());
        assertThat(confirmation.invite()).contains("METHOD:REQUEST", "SEQUENCE:0", "CLASS:PRIVATE");
        assertThat(confirmation.subject() + confirmation.invite()).doesNotContainIgnoringCase("therap");
        manageLink = Inbox.link(confirmation.text(), "/calls/");
    }

    void fillsTheQuestionnaire() {
        Mail mail = inbox.await(client.email(), received -> received.text().contains("/intake/"));
        person.open(Inbox.link(mail.text(), "/intake/"));
        person.inspect("questionnaire-start");
        person.follow("main a.button[href*='/intake/']");
        boolean crisisShown = false;
        for (int steps = 0; !person.address().contains("/check"); steps++) {
            assertThat(steps).as("pages of the questionnaire").isLessThan(30);
            if (person.address().contains("/crisis")) {
                crisisShown = true;
                assertThat(person.text("main")).contains("988");
                person.inspect("crisis");
                person.follow("main p.actions a.button[href*='/after/']");
                continue;
            }
            answerPage();
            if (steps < 3) {
                person.inspect("question-page");
            }
            person.press("button.button[name=_then][value=continue]");
        }
        assertThat(crisisShown).isEqualTo(client.inDanger());
        person.inspect("answers");
        person.fill("_signer", client.name());
        person.choose("_relationship", "SELF");
        person.press("form[action$='/submission'] button");
        assertThat(person.address()).endsWith("/received");
        person.inspect("received");
    }

    private void answerPage() {
        WISHES.forEach((field, value) -> chooseIfThere(field, value));
        chooseIfThere("languages", client.language());
        if (person.has("textarea[name=own-words]")) {
            person.fill("own-words", "It has been a hard year. <b>Thank you</b> for asking.");
        }
        for (String scale : List.of("phq9-", "gad7-")) {
            for (int item = 1; item <= 9; item++) {
                boolean danger = scale.equals("phq9-") && item == 9;
                chooseIfThere(scale + item, danger && !client.inDanger() ? "not-at-all" : "several-days");
            }
        }
    }

    private void chooseIfThere(String field, String value) {
        if (person.has("input[name=\"" + field + "\"][value=\"" + value + "\"]")) {
            person.choose(field, value);
        }
    }

    void isSeenByACoordinator(String login) {
        coordinator.open(url + "/staff");
        signIn(coordinator, login);
        assertThat(coordinator.address()).contains("/staff/queue");
        String row = "a[href*='/staff/referrals/']:has-text(\"" + client.name() + "\")";
        String plain = "a[href*=/staff/referrals/]:contains(" + client.name() + ")";
        String found = coordinator instanceof HttpScreen ? plain : row;
        await().atMost(SOON).pollInterval(Duration.ofMillis(500)).until(() -> {
            coordinator.open(url + "/staff/queue");
            return coordinator.has(found);
        });
        coordinator.inspect("queue");
        coordinator.open(url + "/staff/calls");
        coordinator.inspect("calls");
        coordinator.open(url + "/staff/queue");
        coordinator.follow(found);
        Matcher id = Pattern.compile("/staff/referrals/([0-9a-f-]{36})").matcher(coordinator.address());
        assertThat(id.find()).isTrue();
        inquiry = id.group(1);
        await().atMost(SOON).pollInterval(Duration.ofMillis(500)).until(() -> {
            openReferral();
            return coordinator.has("form[action$='/offers'] button");
        });
        assertThat(coordinator.text("main")).contains(client.email());
        coordinator.inspect("referral");
        if (client.inDanger()) {
            acknowledgesTheConcern();
        }
        openReferral();
        if (coordinator.has("form[action$='/assignment'] button")) {
            coordinator.press("form[action$='/assignment'] button");
        }
    }

    private void acknowledgesTheConcern() {
        assertThat(coordinator.has(".notice.bad"))
                .as("the safety concern on top")
                .isTrue();
        coordinator.open(url + "/staff/questionnaires/responses/" + inquiry);
        coordinator.inspect("answers-for-staff");
        assertThat(coordinator.text("main")).as("markup is shown, not obeyed").contains("PHQ-9", "<b>Thank you</b>");
        coordinator.choose("action", coordinator.attribute("input[name=action]", "value"));
        coordinator.press("form[action*='/acknowledgement'] button");
        assertThat(coordinator.has("form[action*='/acknowledgement']")).isFalse();
        await().atMost(SOON).pollInterval(Duration.ofMillis(500)).until(() -> {
            openReferral();
            return !coordinator.has("#concern-title");
        });
        assertThat(inbox.await("@lakeside.example", mail -> mail.text().contains(inquiry))
                        .to())
                .as("every coordinator is told")
                .endsWith("@lakeside.example");
    }

    /** Offers to the first candidate and returns that therapist's login. */
    String isOffered() {
        openReferral();
        String therapist = coordinator.attribute("form[action$='/offers'] input[name=therapistId]", "value");
        coordinator.press("form[action$='/offers'] button");
        coordinator.inspect("offered");
        return DemoPeople.ALL.stream()
                .filter(demo -> demo.id().toString().equals(therapist))
                .findFirst()
                .orElseThrow()
                .login();
    }

    void isDeclinedBy(String login) {
        try (Screen therapist = openOffer(login)) {
            therapist.choose("reason", therapist.attribute("input[name=reason]", "value"));
            therapist.press("form[action$='/decline'] button");
            therapist.inspect("declined");
        }
        await().atMost(SOON).pollInterval(Duration.ofMillis(500)).until(() -> {
            openReferral();
            return coordinator.has("form[action$='/offers'] button");
        });
    }

    void isAcceptedBy(String login) {
        try (Screen therapist = openOffer(login)) {
            therapist.press("form[action$='/acceptance'] button");
            assertThat(therapist.text("main")).as("now the name").contains(client.name());
            therapist.inspect("accepted");
        }
        awaitMessage("MATCHED", "EMAIL", "SENT");
        awaitMessage("MATCHED_COORDINATOR", "EMAIL", "SENT");
        openReferral();
        coordinator.inspect("matched");
    }

    private Screen openOffer(String login) {
        Screen therapist = screens.apply("therapist");
        therapist.open(url + "/staff");
        signIn(therapist, login);
        assertThat(therapist.address()).as("where a therapist arrives").contains("/staff/offers");
        therapist.inspect("offers");
        therapist.follow("a.card[href*='/staff/offers/']");
        assertThat(therapist.text("main")).as("a brief without identity").doesNotContain(client.name(), client.email());
        therapist.inspect("offer");
        return therapist;
    }

    void cancelsTheCall() {
        person.open(manageLink);
        person.inspect("call");
        assertThat(person.has("form[action$='/cancel']"))
                .as("a link only shows")
                .isFalse();
        person.follow("a[href$='/cancel']");
        person.inspect("cancel");
        person.choose("reason", person.attribute("input[name=reason]", "value"));
        person.press("form[action$='/cancel'] button");
        person.inspect("cancelled");
        Mail notice = inbox.await(client.email(), mail -> mail.invite().contains("METHOD:CANCEL"));
        assertThat(notice.invite()).contains("SEQUENCE:1", "STATUS:CANCELLED");
        awaitMessage("CALL_REMINDER_24H", "EMAIL", "SUPPRESSED");
        awaitMessage("CALL_REMINDER_24H", "SMS", "SUPPRESSED");
    }

    /** Moves the clock to a day before the call. */
    void isReminded() {
        JsonNode clock = JsonMapper.shared().readTree(coordinator.fetch(url + "/dev/clock.json"));
        Instant now = Instant.parse(clock.get("now").asString());
        Duration by = Duration.between(now, start.minus(Duration.ofHours(24)).plusSeconds(60));
        coordinator.open(url + "/dev/clock");
        coordinator.post(url + "/dev/clock", "by", by.toString());
        awaitMessage("CALL_REMINDER_24H", "EMAIL", "SENT");
        String number = "+1" + client.phone().replaceAll("\\D", "");
        inbox.await(number, text -> text.text().contains("/calls/"));
    }

    /** What was acknowledged is still there: the call by its link, the person in the queue. */
    void isRememberedBy(String login) {
        person.open(manageLink);
        assertThat(person.has("a[href$='/cancel']")).as("the booked call").isTrue();
        isSeenByACoordinator(login);
    }

    private void openReferral() {
        coordinator.open(url + "/staff/referrals/" + inquiry);
    }

    private static void signIn(Screen screen, String login) {
        screen.fill("username", login);
        screen.fill("password", DemoPeople.PASSWORD);
        screen.press("form button");
    }

    private void awaitMessage(String kind, String channel, String state) {
        Pattern line = Pattern.compile("\\{[^{}]*\\}");
        await().atMost(SOON).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            String ledger = coordinator.fetch(url + "/api/notification/messages?inquiry=" + inquiry);
            assertThat(line.matcher(ledger).results().map(found -> found.group().toUpperCase(Locale.ROOT)))
                    .as(kind + " by " + channel + " is " + state)
                    .anyMatch(text -> text.contains("\"" + kind + "\"")
                            && text.contains("\"" + channel + "\"")
                            && text.contains("\"" + state + "\""));
        });
    }

    void ends() {
        person.close();
        coordinator.close();
    }
}
