package org.rapport.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A tab of a real browser, in a context of its own. */
final class BrowserScreen implements Screen {
    static final Path PICTURES = Path.of("target", "journeys");

    private final BrowserContext context;
    private final Page page;
    private final String name;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private int pictures;

    BrowserScreen(Browser browser, String name, String language, int width) {
        this.name = name;
        context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(language)
                .setTimezoneId("America/Chicago")
                .setViewportSize(width, width < 500 ? 844 : 900));
        page = context.newPage();
        page.setDefaultTimeout(30_000);
        page.onConsoleMessage(message -> {
            // A refused form is an answer of 422, which the browser's console also calls an error.
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    @Override
    public void open(String url) {
        page.navigate(url);
    }

    @Override
    public void follow(String css) {
        Locator link = page.locator(css).first();
        page.navigate((String) link.evaluate("link => link.href"));
    }

    @Override
    public void fill(String field, String text) {
        page.locator("[name=\"" + field + "\"]").first().fill(text);
    }

    @Override
    public void choose(String field, String value) {
        Locator list = page.locator("select[name=\"" + field + "\"]");
        if (list.count() > 0) {
            list.first().selectOption(value);
        } else {
            page.locator("input[name=\"" + field + "\"][value=\"" + value + "\"]")
                    .first()
                    .check();
        }
    }

    @Override
    public void press(String css) {
        // The mark is gone when the answer has replaced the page, also by one at the same address.
        page.evaluate("document.documentElement.dataset.left = 'yes'");
        page.locator(css).first().click();
        page.waitForFunction("!document.documentElement.dataset.left");
        page.waitForLoadState(LoadState.LOAD);
    }

    @Override
    public boolean has(String css) {
        return page.locator(css).count() > 0;
    }

    @Override
    public String text(String css) {
        return page.locator(css).first().innerText();
    }

    @Override
    public String attribute(String css, String attribute) {
        String value = page.locator(css).first().getAttribute(attribute);
        return value == null ? "" : value;
    }

    @Override
    public String address() {
        return page.url();
    }

    @Override
    public String fetch(String url) {
        return context.request().get(url).text();
    }

    @Override
    public void post(String url, String field, String value) {
        RequestOptions form = RequestOptions.create().setForm(FormData.create().set(field, value));
        assertThat(context.request().post(url, form).ok()).as(url).isTrue();
    }

    @Override
    public void inspect(String what) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + "-" + String.format("%02d", ++pictures) + "-" + what + ".png"))
                .setFullPage(true));
        List<String> serious = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().getFirst().getHtml())
                        .toList();
        assertThat(serious).as("accessibility of " + what + " at " + address()).isEmpty();
        assertThat(complaints).as("the browser's complaints up to " + what).isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1"))
                .as(what + " does not scroll sideways")
                .isTrue();
    }

    @Override
    public void close() {
        context.close();
    }
}
