package org.rapport.guards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the project's pages and finds what they name and the tree does not have. */
final class Documentation {
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)");
    private static final Pattern TOPIC = Pattern.compile("[a-z]+\\.[a-z]+\\.v\\d+");
    // A lower-case letter tells a type from a constant or a setting: SAVED, PORT.
    private static final Pattern TYPE = Pattern.compile("([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)(\\.[A-Za-z_]+)?");
    private static final Pattern HEADING = Pattern.compile("(?m)^## +(.+?)\\s*$");
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_.][A-Za-z0-9_.-]*(/[A-Za-z0-9_.-]+)+/?");
    private static final Pattern MODULES = Pattern.compile("\\./mvnw [^\n]*-pl ([^ \n]+)");
    private static final Pattern DECLARED =
            Pattern.compile("\\b(?:class|record|interface|enum)\\s+([A-Z][A-Za-z0-9]*)");
    private static final Set<String> MADE = Set.of("target", ".git", "node_modules", "data");

    private final Path root;
    private final Set<String> types = new HashSet<>();
    private String topics = "";

    Documentation(Path root) throws IOException {
        this.root = root;
        for (Path source : files(".java")) {
            String text = Files.readString(source);
            Matcher declared = DECLARED.matcher(text);
            while (declared.find()) {
                types.add(declared.group(1));
            }
            if (source.endsWith("Topics.java")) {
                topics = text;
            }
        }
    }

    List<Path> pages() throws IOException {
        return files(".md");
    }

    /** Those directly in the folder {@code docs}. */
    List<Path> pagesOfDocs() throws IOException {
        Path docs = root.resolve("docs");
        return pages().stream().filter(page -> docs.equals(page.getParent())).toList();
    }

    /** Of the page's second level; empty if it has none. */
    static Optional<String> lastHeading(Path page) throws IOException {
        return HEADING.matcher(withoutFences(page))
                .results()
                .map(heading -> heading.group(1))
                .reduce((_, later) -> later);
    }

    /** One line for each thing the page names that is not there. */
    List<String> missingOn(Path page) throws IOException {
        String text = withoutFences(page);
        List<String> missing = new ArrayList<>();
        Matcher code = CODE.matcher(text);
        while (code.find()) {
            String named = code.group(1);
            if (isMissing(named)) {
                missing.add(page.getFileName() + " names " + named);
            }
        }
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            String target = link.group(1).strip();
            if (!target.contains("://") && !Files.exists(folderOf(page).resolve(target))) {
                missing.add(page.getFileName() + " links to " + target);
            }
        }
        return missing;
    }

    /** What a page has Maven build, by command. */
    static List<List<String>> modulesOn(Path page) throws IOException {
        return MODULES.matcher(Files.readString(page))
                .results()
                .map(command -> List.of(command.group(1).split(",")))
                .toList();
    }

    /** Below {@code docs/images}, and on none of the pages. */
    List<Path> picturesOnNoPage() throws IOException {
        List<Path> pictures;
        try (Stream<Path> all = Files.walk(root.resolve("docs/images"))) {
            pictures = all.filter(Files::isRegularFile).collect(Collectors.toCollection(ArrayList::new));
        }
        for (Path page : pages()) {
            LINK.matcher(Files.readString(page))
                    .results()
                    .map(link -> folderOf(page).resolve(link.group(1).strip()).normalize())
                    .forEach(pictures::remove);
        }
        return pictures;
    }

    private boolean isMissing(String named) {
        if (TOPIC.matcher(named).matches()) {
            return !topics.contains('"' + named + '"');
        }
        Matcher type = TYPE.matcher(named);
        if (type.matches()) {
            return !types.contains(type.group(1)) && !OthersNames.KNOWN.contains(type.group(1));
        }
        return PATH.matcher(named).matches()
                && !named.contains("://")
                && !isMade(Path.of(named))
                && !Files.exists(root.resolve(named))
                && !OthersNames.KNOWN.contains(named);
    }

    /** By a build or a run, so a fresh clone has it not. */
    private static boolean isMade(Path path) {
        return Stream.iterate(path, part -> part != null, Path::getParent)
                .anyMatch(part -> MADE.contains(String.valueOf(part.getFileName())));
    }

    private static String withoutFences(Path page) throws IOException {
        return FENCED.matcher(Files.readString(page)).replaceAll("");
    }

    private static Path folderOf(Path page) {
        Path folder = page.getParent();
        return folder == null ? Path.of(".") : folder;
    }

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !isMade(root.relativize(file)))
                    .filter(file -> !file.toString().contains("src/test/resources/broken"))
                    .toList();
        }
    }
}
