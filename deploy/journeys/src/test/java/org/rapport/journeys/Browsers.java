package org.rapport.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Gets a browser: the one that is installed, else Debian's {@code chromium} when this runs as root, else Playwright's own download. None
 * is an answer too.
 */
final class Browsers implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Browsers(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Optional<Browsers> find() {
        Optional<Path> chromium = installed();
        if (chromium.isEmpty() && installDebians()) {
            chromium = installed();
        }
        // The driver must not try a download of its own when there is a browser.
        Map<String, String> environment =
                chromium.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of();
        Playwright playwright = null;
        try {
            playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(FLAGS);
            chromium.ifPresent(options::setExecutablePath);
            return Optional.of(new Browsers(playwright, playwright.chromium().launch(options)));
        } catch (PlaywrightException e) {
            if (playwright != null) {
                playwright.close();
            }
            System.out.println("[tests] no browser: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            return Optional.empty();
        }
    }

    Screen screen(String name, String language, int width) {
        return new BrowserScreen(browser, name, language, width);
    }

    private static Optional<Path> installed() {
        return Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                .flatMap(name -> Stream.of(
                                System.getenv().getOrDefault("PATH", "").split(":"))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean installDebians() {
        if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return false;
        }
        System.out.println("[tests] installing Debian's chromium for the browser journeys ...");
        return run("apt-get", "update", "-q")
                && run("apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium");
    }

    private static boolean run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
