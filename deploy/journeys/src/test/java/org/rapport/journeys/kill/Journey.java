package org.rapport.journeys.kill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.rapport.journeys.kill.Ended.Answered;
import org.rapport.journeys.kill.Ended.AnsweredOffer;
import org.rapport.journeys.kill.JsonApi.Answer;
import org.rapport.journeys.kill.JsonApi.Caller;
import tools.jackson.databind.JsonNode;

/** One person's way from the front door to a therapist, with the coordinator's and the therapists' part in it, by API. */
final class Journey {
    /** From the day after tomorrow on, so that a reminder comes due only when {@link Deadlines} makes it. */
    private static final int FIRST_DAY = 2;

    private static final int DAYS = 18;

    private record Hold(String token, UUID callId, UUID hostId, String url) {}

    private record Booked(UUID inquiryId, String intakeToken) {}

    private record Filled(UUID responseId, Map<String, List<String>> answers) {}

    private record Placed(List<AnsweredOffer> offers, Set<UUID> full) {}

    private final Client client;
    private final Practice practice;
    private final Deadlines deadlines;
    private final JsonApi api;
    private final Random random;
    private final Caller person;

    Journey(Client client, Practice practice, Deadlines deadlines, JsonApi api, long seed) {
        this.client = client;
        this.practice = practice;
        this.deadlines = deadlines;
        this.api = api;
        this.random = new Random(seed + client.number());
        this.person = new Caller("", client.language());
    }

    Ended go() {
        Hold hold = hold();
        Booked booked = book(hold);
        if (client.cancels() == Client.Cancels.RIGHT_AFTER_BOOKING) {
            cancel(hold, booked);
        }
        if (client.cancels() == Client.Cancels.NEVER && client.isReminded()) {
            deadlines.remindOf(hold.callId(), booked.inquiryId());
        }
        Filled filled = fillIn(booked);
        UUID coordinator = practice.coordinators()
                .get(random.nextInt(practice.coordinators().size()));
        Placed placed = place(booked.inquiryId(), coordinator);
        if (client.cancels() == Client.Cancels.AT_THE_END) {
            cancel(hold, booked);
        }
        return new Ended(
                client,
                hold.callId(),
                hold.hostId(),
                booked.inquiryId(),
                filled.responseId(),
                client.cancels() != Client.Cancels.NEVER,
                booked.intakeToken(),
                filled.answers(),
                coordinator,
                placed.offers(),
                placed.full());
    }

    /** Holds a time and goes away; such a hold must run out by itself. */
    UUID holdAndLeave() {
        return hold().callId();
    }

    private Hold hold() {
        String openings = practice.booking("/openings?host=any&zone=America/Chicago&days=" + DAYS + "&from="
                + practice.today().plusDays(FIRST_DAY));
        return api.until("a free time", () -> {
            List<JsonNode> open = new ArrayList<>();
            api.get(person, openings, 200).body().path("openings").forEach(open::add);
            if (open.isEmpty()) {
                throw new AssertionError("the practice has no time left: ask for fewer journeys");
            }
            String start = open.get(random.nextInt(open.size())).path("start").asString();
            Answer held = api.post(
                    person,
                    practice.booking("/holds"),
                    Map.of("host", "any", "start", start, "zone", "America/Chicago"),
                    201,
                    409);
            if (held.status() == 409) {
                expectCode(held, "slot-taken");
                return Optional.empty();
            }
            String token = held.text("token");
            return Optional.of(new Hold(
                    token, id(held, "callId"), id(held, "hostId"), practice.booking("/holds/" + token + "/call")));
        });
    }

    private Booked book(Hold hold) {
        Answer booked = api.post(person, hold.url(), client.person(), 201);
        Answer again = api.post(person, hold.url(), client.person(), 201);
        if (!again.body().equals(booked.body())) {
            throw new AssertionError("booking again answered " + again.body() + " after " + booked.body());
        }
        return new Booked(id(booked, "inquiryId"), lastStep(booked.text("intakeUrl")));
    }

    private void cancel(Hold hold, Booked booked) {
        String url = practice.booking("/calls/by-link/" + practice.manageToken(hold.callId()) + "/cancellation");
        Answer cancelled = api.post(person, url, Map.of("reason", "time-does-not-fit"), 200);
        if (!cancelled.text("state").equals("CANCELLED")) {
            throw new AssertionError("cancelling answered " + cancelled.body());
        }
        // The cancel may be on its way to the ledger still, but it was confirmed: from here on nobody may be reminded.
        deadlines.remindAtOnceOf(hold.callId(), booked.inquiryId());
    }

    private Filled fillIn(Booked booked) {
        String url = practice.intake("/responses/" + booked.intakeToken());
        Answer response = api.get(person, url, 200);
        int version = response.body().path("version").asInt();
        Map<String, List<String>> all = new HashMap<>();
        for (JsonNode page : response.body().path("pages")) {
            Map<String, List<String>> answers = new HashMap<>();
            page.path("questions")
                    .forEach(question -> answers.put(question.path("linkId").asString(), answer(question)));
            Answer saved = api.put(
                    person,
                    url + "/pages/" + page.path("number").asInt(),
                    Map.of("version", version, "answers", answers),
                    200);
            boolean crisis = answers.containsKey("phq9-9") && client.answersItemNine();
            if (saved.body().path("crisis").asBoolean() != crisis) {
                throw new AssertionError("saving page " + page.path("number") + " answered " + saved.body());
            }
            version = saved.body().path("version").asInt();
            all.putAll(answers);
        }
        Map<String, String> signature = Map.of(
                "consent",
                response.body().path("consent").path("version").asString(),
                "signer",
                "Client " + client.number(),
                "relationship",
                "SELF");
        Answer submitted =
                api.post(person, url + "/submission", Map.of("version", version, "signature", signature), 200);
        return new Filled(id(submitted, "responseId"), all);
    }

    private List<String> answer(JsonNode question) {
        if (question.path("type").asString().equals("text")) {
            return List.of("In my own words, " + client.number());
        }
        List<String> codes = new ArrayList<>();
        question.path("options").forEach(option -> codes.add(option.path("code").asString()));
        String wish = client.wishes().get(question.path("linkId").asString());
        return List.of(wish != null && codes.contains(wish) ? wish : codes.get(random.nextInt(codes.size())));
    }

    private Placed place(UUID inquiryId, UUID coordinatorId) {
        Caller coordinator = new Caller(practice.badges().coordinator(coordinatorId), "en");
        String referral = practice.matching("/referrals/" + inquiryId);
        // The events that bring the referral, and then the intake, may still be on their way.
        untilThere(
                "the referral to be taken",
                () -> api.post(coordinator, referral + "/assignment", Map.of(), 200, 404, 409));
        List<AnsweredOffer> offers = new ArrayList<>();
        Set<UUID> asked = new HashSet<>();
        while (true) {
            Answer ranking =
                    untilThere("candidates", () -> api.get(coordinator, referral + "/candidates", 200, 404, 409));
            Optional<UUID> candidate = candidates(ranking).stream()
                    .filter(therapist -> !asked.contains(therapist))
                    .findFirst();
            if (candidate.isEmpty()) {
                return new Placed(offers, full(ranking));
            }
            UUID therapistId = candidate.get();
            Answer made = api.post(
                    coordinator, referral + "/offers", Map.of("therapistId", therapistId.toString()), 201, 409);
            if (made.status() == 409) {
                // Somebody else got the last seat meanwhile.
                expectCode(made, "not-eligible");
                continue;
            }
            asked.add(therapistId);
            AnsweredOffer offer =
                    answerOffer(inquiryId, made.body().path("number").asInt(), therapistId, offers.isEmpty());
            offers.add(offer);
            if (offer.accepted()) {
                return new Placed(offers, Set.of());
            }
        }
    }

    private AnsweredOffer answerOffer(UUID inquiryId, int number, UUID therapistId, boolean isFirst) {
        Caller therapist = new Caller(practice.badges().therapist(therapistId), "en");
        String offer = practice.matching("/offers/" + inquiryId + "/" + number);
        if (isFirst && client.isDeclinedOnce()) {
            api.post(therapist, offer + "/decline", Map.of("reason", "times-do-not-fit"), 200);
            return new AnsweredOffer(number, therapistId, Answered.DECLINED);
        }
        if (isFirst && client.isLeftWaitingOnce()) {
            api.until(
                    "the offer to lapse",
                    () -> Optional.of(deadlines).filter(time -> time.hasLapsed(inquiryId, number)));
            Answer late = api.post(therapist, offer + "/acceptance", Map.of(), 409);
            expectCode(late, "offer-lapsed");
            return new AnsweredOffer(number, therapistId, Answered.LAPSED);
        }
        Answer accepted = api.post(therapist, offer + "/acceptance", Map.of(), 200, 409);
        if (accepted.status() == 200) {
            return new AnsweredOffer(number, therapistId, Answered.ACCEPTED);
        }
        expectCode(accepted, "capacity-full");
        api.post(therapist, offer + "/decline", Map.of("reason", "caseload-full"), 200);
        return new AnsweredOffer(number, therapistId, Answered.DECLINED);
    }

    private Answer untilThere(String what, Supplier<Answer> question) {
        return api.until(what, () -> {
            Answer answer = question.get();
            if (answer.status() == 409) {
                expectCode(answer, "not-ready");
            }
            return Optional.of(answer).filter(there -> there.status() == 200);
        });
    }

    private static List<UUID> candidates(Answer ranking) {
        List<UUID> candidates = new ArrayList<>();
        ranking.body()
                .path("candidates")
                .forEach(line ->
                        candidates.add(UUID.fromString(line.path("therapistId").asString())));
        return candidates;
    }

    /** Those whom nothing but the seat keeps out. */
    private static Set<UUID> full(Answer ranking) {
        Set<UUID> full = new HashSet<>();
        for (JsonNode line : ranking.body().path("excluded")) {
            JsonNode failures = line.path("failures");
            if (failures.size() == 1 && failures.get(0).path("rule").asString().equals("SEAT")) {
                full.add(UUID.fromString(line.path("therapistId").asString()));
            }
        }
        return full;
    }

    private static void expectCode(Answer answer, String code) {
        if (!answer.text("code").equals(code)) {
            throw new AssertionError("expected " + code + ", but was " + answer.status() + " " + answer.body());
        }
    }

    private static UUID id(Answer answer, String member) {
        return UUID.fromString(answer.text(member));
    }

    private static String lastStep(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
