package org.rapport.matching.roster.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.roster.application.ImportReport;
import org.rapport.matching.roster.domain.Compacts;
import org.rapport.matching.roster.domain.Credential;
import org.rapport.matching.roster.domain.EntryFault;
import org.rapport.matching.roster.domain.Permission;
import org.rapport.matching.roster.domain.RosterEntry;
import org.rapport.matching.roster.domain.RosterField;
import org.rapport.matching.roster.domain.Therapist;
import org.rapport.matching.roster.domain.Vocabulary;
import org.rapport.web.FieldProblem;
import org.rapport.web.Option;
import org.rapport.web.Times;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** How the roster reads on its pages. */
final class RosterTexts {
    private static final Set<RosterField> LONG =
            EnumSet.of(RosterField.LICENCES, RosterField.COMPACTS, RosterField.INTRODUCTION);
    private static final Set<RosterField> PICKED =
            EnumSet.of(RosterField.CREDENTIAL, RosterField.SUPERVISOR, RosterField.ACCEPTING);

    record Row(
            String href,
            String name,
            String credential,
            String licences,
            boolean licenceEnds,
            String room,
            String fee) {}

    /**
     * @param kind {@code text}, {@code date}, {@code lines}, {@code radio} or {@code checkbox}
     * @param options for the last two
     */
    record Field(
            String name,
            String kind,
            String label,
            String hint,
            String error,
            String value,
            List<String> chosen,
            List<Option> options) {}

    record Form(List<Field> fields, List<FieldProblem> problems) {}

    record Line(String label, String now, String yours) {}

    record ReportLine(long line, String name, String mark, String outcome, List<String> faults) {}

    record Report(String summary, boolean written, List<ReportLine> lines) {}

    private final MessageSource messages;
    private final Vocabulary vocabulary;
    private final Compacts compacts;
    private final Times times;

    RosterTexts(MessageSource messages, Vocabulary vocabulary, Compacts compacts, Times times) {
        this.messages = messages;
        this.vocabulary = vocabulary;
        this.compacts = compacts;
        this.times = times;
    }

    Row row(Therapist therapist, LocalDate today) {
        List<Permission> permissions = compacts.permissions(therapist, today);
        String licences = permissions.stream()
                .map(permission ->
                        text("matching.roster.licence", word(permission.state()), times.date(permission.lastDay())))
                .collect(Collectors.joining(", "));
        return new Row(
                "/staff/roster/" + therapist.id(),
                therapist.name(),
                word(therapist.credential().name()),
                licences,
                permissions.stream().anyMatch(permission -> permission.endsSoon(today)),
                room(therapist, today),
                fee(therapist));
    }

    private String room(Therapist therapist, LocalDate today) {
        LocalDate back = therapist.caseload().onLeaveUntil();
        if (back != null && therapist.caseload().isOnLeave(today)) {
            return text("matching.roster.leave", times.date(back));
        }
        return text(
                therapist.caseload().accepting() ? "matching.roster.room" : "matching.roster.closed",
                therapist.caseload().capacity());
    }

    private String fee(Therapist therapist) {
        var lowest = therapist.fee().lowest();
        String standard = therapist.fee().standard().amount().toPlainString();
        return lowest == null
                ? text("matching.roster.fee", standard)
                : text("matching.roster.fee-sliding", standard, lowest.amount().toPlainString());
    }

    Form form(RosterEntry entry, List<EntryFault> faults, List<Therapist> colleagues) {
        Map<RosterField, String> wrong = new EnumMap<>(RosterField.class);
        List<FieldProblem> problems = new ArrayList<>();
        for (EntryFault fault : faults) {
            String message = fault(fault);
            wrong.merge(fault.field(), message, (a, b) -> a + " " + b);
            problems.add(new FieldProblem(
                    fault.field().column(), text("matching.roster.problem", label(fault.field()), message)));
        }
        List<Field> fields = Arrays.stream(RosterField.values())
                .filter(field -> field != RosterField.ID)
                .map(field -> field(entry, field, wrong.getOrDefault(field, ""), colleagues))
                .toList();
        return new Form(fields, problems);
    }

    private Field field(RosterEntry entry, RosterField field, String error, List<Therapist> colleagues) {
        Vocabulary.Kind kind = field.kind();
        List<Option> options = kind == null
                ? picked(entry, field, colleagues)
                : vocabulary.terms(kind).stream()
                        .map(term -> Option.of(term.code(), word(term.code())))
                        .toList();
        String shape = kind != null
                ? "checkbox"
                : PICKED.contains(field)
                        ? "radio"
                        : LONG.contains(field) ? "lines" : field == RosterField.ON_LEAVE_UNTIL ? "date" : "text";
        List<String> chosen = kind == null ? List.of(entry.value(field)) : entry.list(field);
        return new Field(field.column(), shape, label(field), hint(field), error, entry.value(field), chosen, options);
    }

    private List<Option> picked(RosterEntry entry, RosterField field, List<Therapist> colleagues) {
        return switch (field) {
            case CREDENTIAL ->
                Arrays.stream(Credential.values())
                        .map(credential -> Option.of(credential.name(), word(credential.name())))
                        .toList();
            case ACCEPTING ->
                List.of(
                        Option.of("yes", text("matching.roster.accepting.yes")),
                        Option.of("no", text("matching.roster.accepting.no")));
            case SUPERVISOR -> {
                List<Option> all = new ArrayList<>();
                all.add(Option.of("", text("matching.roster.supervisor.none")));
                colleagues.stream()
                        .filter(colleague -> !colleague.credential().isSupervised()
                                && !colleague.id().toString().equals(entry.value(RosterField.ID)))
                        .sorted(Comparator.comparing(Therapist::name))
                        .forEach(colleague -> all.add(Option.of(colleague.id().toString(), colleague.name())));
                yield all;
            }
            default -> List.of();
        };
    }

    /** Where what is stored now and what was typed say different things. */
    List<Line> lines(RosterEntry now, RosterEntry yours) {
        return Arrays.stream(RosterField.values())
                .filter(field -> !now.value(field).equals(yours.value(field)))
                .map(field -> new Line(label(field), now.value(field), yours.value(field)))
                .toList();
    }

    Report report(ImportReport report) {
        String summary = text(
                report.written() ? "matching.roster.import.done" : "matching.roster.import.trial",
                report.count(ImportReport.Outcome.ADDED),
                report.count(ImportReport.Outcome.CHANGED),
                report.count(ImportReport.Outcome.UNCHANGED),
                report.count(ImportReport.Outcome.REJECTED));
        return new Report(
                summary,
                report.written(),
                report.lines().stream().map(this::line).toList());
    }

    private ReportLine line(ImportReport.Line line) {
        List<String> faults = new ArrayList<>();
        if (!line.fault().isEmpty()) {
            faults.add(text("matching.roster.import.fault." + line.fault()));
        }
        line.faults().forEach(fault -> faults.add(text("matching.roster.problem", label(fault.field()), fault(fault))));
        return new ReportLine(
                line.line(),
                line.name(),
                switch (line.outcome()) {
                    case ADDED, CHANGED -> "done";
                    case UNCHANGED -> "off";
                    case REJECTED -> "urgent";
                },
                text("matching.roster.import." + line.outcome()),
                faults);
    }

    String unreadable(String code, String said) {
        return text("matching.roster.import.unreadable." + code, said);
    }

    private String fault(EntryFault fault) {
        return text("matching.roster.fault." + fault.code(), fault.said());
    }

    private String label(RosterField field) {
        return text("matching.roster.field." + field);
    }

    private String hint(RosterField field) {
        return textOr("matching.roster.hint." + field, "");
    }

    private String word(String code) {
        return textOr("matching.code." + code, code);
    }

    private String textOr(String key, String otherwise) {
        @Nullable String found = messages.getMessage(key, null, null, LocaleContextHolder.getLocale());
        return found == null ? otherwise : found;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
