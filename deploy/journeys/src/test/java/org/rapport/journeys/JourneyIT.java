package org.rapport.journeys;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.journeys.Story.Client;
import org.rapport.local.LocalSystem;
import org.rapport.local.Ports;

/**
 * The whole story against the started local system, three people in three browser contexts: in Spanish on a phone, in English on a desk.
 * The same story also runs without a browser and without script. Ordered, because the last one moves the clock that all share.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyIT {
    /** Nobody here takes the time a person takes. */
    private static final String QUICKEST_FORM = "rapport.visitors.quickest-form";

    private static final int PHONE = 390;
    private static final int DESK = 1280;
    private static @Nullable LocalSystem system;
    private static Optional<Browsers> browsers = Optional.empty();
    private static final Map<String, String> store = ChosenStore.properties();

    @BeforeAll
    static void start(@TempDir Path folder) {
        browsers = Browsers.find();
        if (browsers.isEmpty()) {
            System.out.println("""
                ==========================================================================================
                 NO BROWSER: the journeys run over HTTP only. Accessibility, script and widths are NOT shown
                 by this run. Install chromium (Debian: apt-get install chromium) and run it again.
                ==========================================================================================\
                """);
        }
        store.forEach(System::setProperty);
        System.setProperty(QUICKEST_FORM, "0s");
        system = LocalSystem.start(folder, Ports.free());
    }

    @AfterAll
    static void stop() {
        browsers.ifPresent(Browsers::close);
        if (system != null) {
            system.close();
        }
        store.keySet().forEach(System::clearProperty);
        System.clearProperty(QUICKEST_FORM);
    }

    @Test
    @Order(1)
    void a_person_without_script_passes_all_four_hands() {
        Story story = new Story(
                url(),
                new Client("Nora Quill", "nora@example.org", "(312) 555-0161", "en", true),
                _ -> new HttpScreen("en"));
        story.booksACall(4);
        story.fillsTheQuestionnaire();
        story.isSeenByACoordinator("maya");
        story.isAcceptedBy(story.isOffered());
        story.cancelsTheCall();
        story.ends();
    }

    @Test
    @Order(2)
    void una_persona_con_telefono_pasa_por_las_cuatro_manos_y_cancela_su_llamada() {
        Story story = new Story(
                url(),
                new Client("Lucía Peña", "lucia@example.org", "(312) 555-0162", "es", false),
                screens("es", PHONE));
        story.booksACall(5);
        story.fillsTheQuestionnaire();
        story.isSeenByACoordinator("daniel");
        story.isAcceptedBy(story.isOffered());
        story.cancelsTheCall();
        story.ends();
    }

    @Test
    @Order(3)
    void a_person_at_a_desk_speaks_to_three_therapists_and_chooses_one() {
        ThreeTherapists calls = new ThreeTherapists(
                url(),
                new Client("June Abbott", "june@example.org", "(312) 555-0164", "en", false),
                screens("en", DESK).apply("three"));
        calls.areBooked();
        calls.oneIsChosen();
    }

    @Test
    @Order(4)
    void una_persona_con_telefono_habla_con_tres_terapeutas_y_elige_a_una() {
        ThreeTherapists calls = new ThreeTherapists(
                url(),
                new Client("Inés Roca", "ines@example.org", "(312) 555-0165", "es", false),
                screens("es", PHONE).apply("three"));
        calls.areBooked();
        calls.oneIsChosen();
    }

    @Test
    @Order(5)
    void a_person_at_a_desk_passes_all_four_hands_and_is_reminded() {
        Story story = new Story(
                url(),
                new Client("Tess O'Hara", "tess@example.org", "(312) 555-0163", "en", true),
                screens("en", DESK));
        story.booksACall(6);
        story.fillsTheQuestionnaire();
        story.isSeenByACoordinator("ruth");
        story.isDeclinedBy(story.isOffered());
        story.isAcceptedBy(story.isOffered());
        story.isReminded();
        story.ends();
    }

    private static Function<String, Screen> screens(String language, int width) {
        return browsers.<Function<String, Screen>>map(
                        found -> who -> found.screen(language + "-" + who, language, width))
                .orElse(_ -> new HttpScreen(language));
    }

    private static String url() {
        return Objects.requireNonNull(system, "the system did not start").url();
    }
}
