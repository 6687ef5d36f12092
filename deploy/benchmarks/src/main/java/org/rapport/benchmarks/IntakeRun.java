package org.rapport.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rapport.intake.IntakeApplication;
import org.rapport.intake.questionnaires.application.QuestionnaireLibrary;
import org.rapport.intake.questionnaires.domain.DefinitionReader;
import org.rapport.intake.questionnaires.domain.Questionnaires;
import org.rapport.intake.responses.application.ScoreLines;
import org.rapport.intake.responses.domain.Responses;
import org.rapport.web.SignedLinks;
import org.springframework.context.ConfigurableApplicationContext;

/** Intake beside its yardsticks in one run: pages saved, a long page opened, scores worked out anew. */
public final class IntakeRun {
    private static final String[] KEPT_CONNECTIONS = {
        "--server.tomcat.max-keep-alive-requests=-1",
        "--server.tomcat.keep-alive-timeout=10m",
        "--server.tomcat.connection-timeout=10m"
    };

    private IntakeRun() {}

    /**
     * How much of everything.
     *
     * @param responses whose scores are worked out
     */
    record Size(Duration warmUp, int rounds, Duration round, List<Integer> people, int openings, int responses) {}

    /** Which parts of save, open, scores; a number is how many responses have their scores worked out. */
    public static void main(String[] arguments) {
        Set<String> parts = Set.of("save", "open", "scores");
        List<String> asked = new ArrayList<>(List.of(arguments));
        int responses = asked.stream()
                .filter(each -> each.matches("[0-9]+"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(20_000);
        asked.removeIf(each -> each.matches("[0-9]+"));
        int status = 0;
        try {
            run(
                    asked.isEmpty() ? parts : Set.copyOf(asked),
                    new Size(Duration.ofSeconds(20), 3, Duration.ofSeconds(6), List.of(1, 8, 32), 500, responses));
        } catch (Exception e) {
            System.out.println("The benchmark failed: " + e);
            status = 1;
        }
        // Whatever a failure left running ends here.
        Runtime.getRuntime().halt(status);
    }

    static void run(Set<String> parts, Size size) throws Exception {
        BareSaves bare = new BareSaves();
        String name = Servers.DATABASES + "intake";
        try (Servers servers = new Servers();
                MongoClient client = MongoClients.create(servers.store());
                ConfigurableApplicationContext intake =
                        servers.start(IntakeApplication.class, "intake", bare, KEPT_CONNECTIONS)) {
            try {
                int port = Integer.parseInt(intake.getEnvironment().getRequiredProperty("local.server.port"));
                SignedLinks links = intake.getBean(SignedLinks.class);
                if (parts.contains("save")) {
                    new FilledIn(port, links).close();
                    bare.openIn(client, name);
                    PageSaves saves = new PageSaves(port, links, bare, size.rounds(), size.round());
                    saves.warmUp(size.warmUp());
                    for (int people : size.people()) {
                        saves.measure(people);
                    }
                }
                if (parts.contains("scores")) {
                    new StreamedScores(
                                    intake.getBean(Responses.class),
                                    intake.getBean(Questionnaires.class).current(),
                                    intake.getBean(ScoreLines.class),
                                    client.getDatabase(name))
                            .measure(size.responses(), size.rounds());
                }
                // Last: from here on everybody's packet is longer.
                if (parts.contains("open")) {
                    new LongQuestionnaire(intake.getBean(DefinitionReader.class), size.rounds(), size.openings())
                            .measure(intake.getBean(QuestionnaireLibrary.class), links, port);
                }
            } finally {
                client.getDatabase(name).drop();
            }
        }
    }
}
