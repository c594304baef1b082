package org.shuangsuiji.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;

/** A browser without a screen: keeps cookies, follows redirects, fills in the forms of the pages it was given. */
public final class Browser {
    private static final int REDIRECTS_MAX = 10;

    private final String base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client;

    public Browser(int port) {
        this.base = "http://localhost:" + port;
        this.client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * What came back.
     *
     * @param path where the last redirect led, with query
     * @param trail every answer on the way, the last included
     */
    public record Page(int status, String path, String body, List<HttpResponse<String>> trail) {

        public Document document() {
            return Jsoup.parse(body);
        }

        public String text() {
            return document().body().text();
        }

        public String h1() {
            return document().select("h1").text();
        }

        public Optional<String> header(String name) {
            return trail.get(trail.size() - 1).headers().firstValue(name);
        }

        /** The form that is sent to this address. */
        public FormElement form(String action) {
            FormElement form = document().forms().stream()
                    .filter(it -> it.attr("action").equals(action))
                    .findFirst()
                    .orElse(null);
            assertThat(form).as("form to %s on %s: %s", action, path, text()).isNotNull();
            return form;
        }
    }

    public Page get(String path) {
        return follow(request(path).GET().build());
    }

    /** Fills in a form of a page and sends it; several values of a field are given as a list. */
    public Page submit(Page page, String action, Map<String, ?> values) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        page.form(action).formData().forEach(it -> fields.computeIfAbsent(it.key(), key -> new ArrayList<>())
                .add(it.value()));
        values.forEach((name, value) -> fields.put(
                name,
                value instanceof List<?> many
                        ? many.stream().map(String::valueOf).toList()
                        : List.of(String.valueOf(value))));
        return post(action, fields, page.path());
    }

    /** Fills in a form of a page and sends it with a file. */
    public Page upload(Page page, String action, Map<String, String> values, String field, String name, byte[] file) {
        Map<String, String> fields = new LinkedHashMap<>();
        page.form(action).formData().forEach(it -> fields.put(it.key(), it.value()));
        fields.remove(field);
        fields.putAll(values);
        // a browser sends nothing for a box that is not ticked
        page.form(action).select("input[type=checkbox]").forEach(box -> fields.remove(box.attr("name"), "false"));
        String divider = "divider-" + fields.hashCode();
        var body = new ByteArrayOutputStream();
        fields.forEach(
                (key, value) -> body.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(divider, key, value)
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n"
                        .formatted(divider, field, name)
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--%s--\r\n".formatted(divider).getBytes(StandardCharsets.UTF_8));
        return follow(request(action)
                .header("Content-Type", "multipart/form-data; boundary=" + divider)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    /** Sends something else than a form. */
    public Page put(String path) {
        return follow(request(path).PUT(HttpRequest.BodyPublishers.noBody()).build());
    }

    /** Sends fields as they are, without any token that a page would have added. */
    public Page post(String path, Map<String, List<String>> fields) {
        return post(path, fields, null);
    }

    private Page post(String path, Map<String, List<String>> fields, @Nullable String from) {
        String body = fields.entrySet().stream()
                .flatMap(
                        field -> field.getValue().stream().map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        var request = request(path).header("Content-Type", "application/x-www-form-urlencoded");
        if (from != null) {
            request.header("Referer", base + from);
        }
        return follow(request.POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    /** The token that forms of this browser carry. */
    public String csrf() {
        return get("/console/account").document().select("input[name=_csrf]").attr("value");
    }

    public Page signIn(String account, String password) {
        Page page = submit(get("/console/login"), "/console/login", Map.of("account", account, "password", password));
        assertThat(page.path()).as("after the sign-in of %s", account).doesNotContain("refused");
        return page;
    }

    public Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(it -> it.getName().equals(name))
                .findFirst();
    }

    public void forgetCookie(String name) {
        cookie(name).ifPresent(it -> cookies.getCookieStore().remove(URI.create(base), it));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html");
    }

    private Page follow(HttpRequest first) {
        List<HttpResponse<String>> trail = new ArrayList<>();
        HttpRequest next = first;
        while (trail.size() < REDIRECTS_MAX) {
            HttpResponse<String> answer = send(next);
            trail.add(answer);
            Optional<String> location = answer.headers().firstValue("Location");
            if (answer.statusCode() / 100 != 3 || location.isEmpty()) {
                URI at = answer.uri();
                String path = at.getRawPath() + (at.getRawQuery() == null ? "" : "?" + at.getRawQuery());
                return new Page(answer.statusCode(), path, answer.body(), trail);
            }
            next = HttpRequest.newBuilder(answer.uri().resolve(location.get()))
                    .header("Accept", "text/html")
                    .GET()
                    .build();
        }
        throw new AssertionError("More than %d redirects from %s".formatted(REDIRECTS_MAX, first.uri()));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("No answer to " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking " + request.uri(), e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
