package org.rapport.journeys.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.bson.Document;

/** The notification-service's messages as stored. */
final class Ledger {
    /** @param ending the state, and why if suppressed or failed */
    record Line(String id, UUID inquiryId, String kind, String channel, String ending) {
        boolean isSent() {
            return ending.equals("SENT");
        }

        boolean isReminder() {
            return kind.startsWith("CALL_REMINDER_");
        }

        String key() {
            return Ledger.key(id);
        }

        String messageId() {
            return Ledger.messageId(id);
        }
    }

    private final Databases databases;

    Ledger(Databases databases) {
        this.databases = databases;
    }

    List<Line> lines() {
        return databases.all("notification", "messages").values().stream()
                .map(Ledger::line)
                .toList();
    }

    List<Line> lines(String channel) {
        return lines().stream().filter(line -> line.channel().equals(channel)).toList();
    }

    /** What the SMS gateway knows a line's text by, however often it comes. */
    private static String key(String id) {
        return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** What the mail server knows a line's mail by, however often it comes. */
    static String messageId(String id) {
        return "<" + key(id) + "@lakeside.example>";
    }

    private static Line line(Document message) {
        Document state = Databases.state(message);
        String ending = state.getString("state");
        for (String why : List.of("suppression", "fault")) {
            ending += state.getString(why) == null ? "" : " " + state.getString(why);
        }
        return new Line(
                message.getString("_id"),
                state.get("inquiryId", UUID.class),
                state.getString("kind"),
                state.getString("channel"),
                ending);
    }

    /** Without what tells of tasks: its ids have the moment a task opened. There is one for each task, and it went. */
    static List<Line> besidesTasks(List<Line> lines, Document referral) {
        List<Line> told = lines.stream()
                .filter(line -> line.kind().equals("TASK_COORDINATOR"))
                .toList();
        Document desk = Databases.state(referral).get("desk", Document.class);
        assertThat(told).hasSameSizeAs(desk.getList("tasks", Document.class)).allMatch(Line::isSent);
        return lines.stream().filter(line -> !told.contains(line)).toList();
    }
}
