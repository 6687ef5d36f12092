package org.rapport.matching.roster.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.roster.application.ChangeTherapist;
import org.rapport.matching.roster.application.ChangeTherapistHandler;
import org.rapport.matching.roster.application.ImportReport;
import org.rapport.matching.roster.application.ImportRoster;
import org.rapport.matching.roster.application.ImportRosterHandler;
import org.rapport.matching.roster.application.RosterDecision;
import org.rapport.matching.roster.application.RosterFiles;
import org.rapport.matching.roster.domain.EntryFault;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.matching.roster.domain.RosterEntry;
import org.rapport.matching.roster.domain.RosterField;
import org.rapport.matching.roster.domain.Therapist;
import org.rapport.matching.roster.domain.Therapists;
import org.rapport.matching.roster.domain.Therapists.Kept;
import org.rapport.web.Practice;
import org.rapport.web.RefusedRequest;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The roster: coordinators read it, administrators keep it. What is saved counts for the next ranking. */
@Controller
@RequestMapping("/staff/roster")
class RosterPages {
    private final Roster roster;
    private final Therapists therapists;
    private final ChangeTherapistHandler change;
    private final ImportRosterHandler importRoster;
    private final RosterFiles files;
    private final RosterTexts texts;
    private final Practice practice;
    private final Clock clock;

    RosterPages(
            Roster roster,
            Therapists therapists,
            ChangeTherapistHandler change,
            ImportRosterHandler importRoster,
            RosterFiles files,
            RosterTexts texts,
            Practice practice,
            Clock clock) {
        this.roster = roster;
        this.therapists = therapists;
        this.change = change;
        this.importRoster = importRoster;
        this.files = files;
        this.texts = texts;
        this.practice = practice;
        this.clock = clock;
    }

    @GetMapping
    String list(Staff staff, Model model) {
        model.addAttribute("administrator", staff.has(StaffRole.ADMINISTRATOR));
        LocalDate today = LocalDate.ofInstant(clock.instant(), practice.zone());
        model.addAttribute(
                "rows",
                byName().stream().map(therapist -> texts.row(therapist, today)).toList());
        return "matching/roster";
    }

    @GetMapping("/export")
    ResponseEntity<String> export() {
        String file = files.write(byName().stream().map(RosterEntry::of).toList());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"roster.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(file);
    }

    @GetMapping("/new")
    String fresh(Model model) {
        RosterEntry empty =
                new RosterEntry(Map.of(RosterField.ID, UUID.randomUUID().toString()));
        return form(empty, null, List.of(), model);
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        Kept kept = therapists.find(id).orElseThrow(RefusedRequest::notFound);
        return form(RosterEntry.of(kept.therapist()), kept.changedAt(), List.of(), model);
    }

    /** The address names the entry; an id in the form itself counts for nothing. */
    @PostMapping("/{id}")
    ModelAndView change(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Long seen,
            @RequestParam MultiValueMap<String, String> form,
            Model model) {
        if (seen != null && therapists.find(id).isEmpty()) {
            throw RefusedRequest.notFound();
        }
        RosterEntry entry = entry(form).with(id);
        Instant last = seen == null ? null : Instant.ofEpochMilli(seen);
        return switch (change.handle(new ChangeTherapist(entry, last))) {
            case RosterDecision.Changed _ -> new ModelAndView("redirect:/staff/roster/" + id + "?saved");
            case RosterDecision.Rejected(var faults) ->
                new ModelAndView(form(entry, last, faults, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
            case RosterDecision.Stale(Kept now) -> {
                model.addAttribute("stale", texts.lines(RosterEntry.of(now.therapist()), entry));
                yield new ModelAndView(
                        form(entry, now.changedAt(), List.of(), model), model.asMap(), HttpStatus.CONFLICT);
            }
        };
    }

    @GetMapping("/import")
    String importing(Model model) {
        model.addAttribute("file", "");
        return "matching/roster-import";
    }

    /** @param write missing for a trial that only says what would happen */
    @PostMapping("/import")
    ModelAndView importing(
            @RequestParam String file, @RequestParam(defaultValue = "false") boolean write, Model model) {
        model.addAttribute("file", file);
        try {
            ImportReport report = importRoster.handle(new ImportRoster(file, write));
            model.addAttribute("report", texts.report(report));
            return new ModelAndView("matching/roster-import", model.asMap(), HttpStatus.OK);
        } catch (RosterFiles.UnreadableFile e) {
            model.addAttribute("error", texts.unreadable(e.code(), e.said()));
            return new ModelAndView("matching/roster-import", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private List<Therapist> byName() {
        return roster.therapists().stream()
                .sorted(Comparator.comparing(Therapist::name).thenComparing(Therapist::id))
                .toList();
    }

    private static RosterEntry entry(MultiValueMap<String, String> form) {
        Map<RosterField, String> values = new EnumMap<>(RosterField.class);
        for (RosterField field : RosterField.values()) {
            List<String> said = form.get(field.column());
            if (said != null) {
                values.put(field, String.join("; ", said));
            }
        }
        return new RosterEntry(values);
    }

    private String form(RosterEntry entry, @Nullable Instant seen, List<EntryFault> faults, Model model) {
        model.addAttribute("id", entry.value(RosterField.ID));
        model.addAttribute("seen", seen == null ? null : seen.toEpochMilli());
        model.addAttribute("entry", texts.form(entry, faults, roster.therapists()));
        return "matching/roster-entry";
    }
}
