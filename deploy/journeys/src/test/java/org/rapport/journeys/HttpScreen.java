package org.rapport.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;

/** Pages without script: links are followed and forms are posted as the HTML says. */
final class HttpScreen implements Screen {
    private final Connection session;
    private @Nullable Document page;

    HttpScreen(String language) {
        session = Jsoup.newSession()
                .header("Accept-Language", language)
                .followRedirects(true)
                .ignoreHttpErrors(true)
                .timeout(30_000);
    }

    @Override
    public void open(String url) {
        load(session.newRequest(url).method(Connection.Method.GET));
    }

    @Override
    public void follow(String css) {
        open(URI.create(address()).resolve(element(css).attr("href")).toString());
    }

    @Override
    public void fill(String field, String text) {
        Element input = element("[name=\"" + field + "\"]");
        if (input.normalName().equals("textarea")) {
            input.text(text);
        } else {
            input.attr("value", text);
        }
    }

    @Override
    public void choose(String field, String value) {
        if (has("select[name=\"" + field + "\"]")) {
            document().select("select[name=\"" + field + "\"] option").removeAttr("selected");
            element("select[name=\"" + field + "\"] option[value=\"" + value + "\"]")
                    .attr("selected", "");
            return;
        }
        Element chosen = element("input[name=\"" + field + "\"][value=\"" + value + "\"]");
        if (chosen.attr("type").equals("radio")) {
            document().select("input[name=\"" + field + "\"]").removeAttr("checked");
        }
        chosen.attr("checked", "");
    }

    @Override
    public void press(String css) {
        Element button = element(css);
        FormElement form = (FormElement) Objects.requireNonNull(button.closest("form"), "no form around " + css);
        List<Connection.KeyVal> data = form.formData();
        Connection request = session.newRequest(form.absUrl("action").isEmpty() ? address() : form.absUrl("action"))
                .method(form.attr("method").equalsIgnoreCase("post") ? Connection.Method.POST : Connection.Method.GET);
        data.forEach(pair -> request.data(pair.key(), pair.value()));
        if (button.hasAttr("name")) {
            request.data(button.attr("name"), button.attr("value"));
        }
        load(request);
    }

    @Override
    public boolean has(String css) {
        return document().selectFirst(css) != null;
    }

    @Override
    public String text(String css) {
        return element(css).text();
    }

    @Override
    public String attribute(String css, String name) {
        return element(css).attr(name);
    }

    @Override
    public String address() {
        return document().location();
    }

    @Override
    public String fetch(String url) {
        try {
            return session.newRequest(url).ignoreContentType(true).execute().body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void post(String url, String field, String value) {
        load(session.newRequest(url).data(field, value).method(Connection.Method.POST));
    }

    @Override
    public void inspect(String name) {
        // Nothing to look at without a browser.
    }

    @Override
    public void close() {
        // The session holds nothing open.
    }

    private Document document() {
        return Objects.requireNonNull(page, "nothing opened yet");
    }

    private Element element(String css) {
        Element found = document().selectFirst(css);
        if (found == null) {
            throw new AssertionError(
                    "no " + css + " on " + address() + ":\n" + document().body().text());
        }
        return found;
    }

    private void load(Connection request) {
        try {
            page = request.execute().parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
