package org.rapport.intake.questionnaires.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hl7.fhir.r4.formats.JsonParser;
import org.hl7.fhir.r4.formats.XmlParser;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.rapport.intake.questionnaires.domain.BrokenQuestionnaire;
import org.rapport.intake.questionnaires.domain.Rules;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The files of the FHIR community's test suite, read from its jar. */
public final class SuiteFiles {
    static final String ROOT = "/org/hl7/fhir/testcases/";
    private static final List<String> FOLDERS = List.of("r4", "r4b", "validator");
    private static final JsonMapper JSON = new JsonMapper();

    private SuiteFiles() {}

    /** Every file of the suite in the folders of R4 that says it is a Questionnaire, by its path. */
    static Map<String, byte[]> questionnaires() {
        Map<String, byte[]> found = new TreeMap<>();
        try (FileSystem jar = FileSystems.newFileSystem(jar(), Map.of())) {
            for (String folder : FOLDERS) {
                try (Stream<Path> files = Files.walk(jar.getPath(ROOT + folder))) {
                    for (Path file : (Iterable<Path>) files::iterator) {
                        String name = file.toString();
                        if (name.endsWith(".json") || name.endsWith(".xml")) {
                            byte[] content = Files.readAllBytes(file);
                            if (isQuestionnaire(new String(content, UTF_8), name)) {
                                found.put(name.substring(ROOT.length()), content);
                            }
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    public static byte[] read(String path) {
        try (InputStream file = SuiteFiles.class.getResourceAsStream(ROOT + path)) {
            return file == null ? new byte[0] : file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode json(String path) {
        return JSON.readTree(read(path));
    }

    /** As JSON, and with a version where the file has none: the suite does not care, our definitions must have one. */
    static byte[] asUpload(String path, byte[] content) throws IOException {
        if (path.endsWith(".xml")) {
            Resource resource = new XmlParser().parse(content);
            return versioned(new JsonParser().composeBytes(resource));
        }
        return versioned(content);
    }

    public static QuestionnaireResponse response(String path) throws IOException {
        byte[] content = read(path);
        Resource resource = path.endsWith(".xml") ? new XmlParser().parse(content) : new JsonParser().parse(content);
        return (QuestionnaireResponse) resource;
    }

    /** @throws BrokenQuestionnaire if it is refused */
    public static org.rapport.intake.questionnaires.domain.Questionnaire questionnaire(String path) throws IOException {
        return FhirDefinition.read(path, asUpload(path, read(path)), Rules.none());
    }

    private static byte[] versioned(byte[] content) {
        JsonNode file = JSON.readTree(content);
        if (file instanceof ObjectNode object && !object.has("version")) {
            object.put("version", "1");
            return JSON.writeValueAsBytes(object);
        }
        return content;
    }

    private static boolean isQuestionnaire(String content, String name) {
        return name.endsWith(".json")
                ? content.replaceAll("\\s", "").contains("\"resourceType\":\"Questionnaire\"")
                        && content.stripLeading().startsWith("{")
                        && isJsonQuestionnaire(content)
                : content.substring(0, Math.min(content.length(), 3_000))
                        .matches("(?s).*<Questionnaire\\s[^>]*xmlns=\"http://hl7.org/fhir\".*");
    }

    private static boolean isJsonQuestionnaire(String content) {
        try {
            return JSON.readTree(content).path("resourceType").asString().equals(Questionnaire.class.getSimpleName());
        } catch (JacksonException e) {
            return false;
        }
    }

    private static URI jar() {
        URL marker = SuiteFiles.class.getResource(ROOT + "validator/manifest.json");
        return URI.create(marker.toString().substring(0, marker.toString().indexOf('!')));
    }
}
