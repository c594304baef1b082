package org.shuangsuiji.console.api.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.model.RecordKind;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DeliveryApiTests extends ConsoleTest {
    private static final String FILE =
            "企业名称,统一社会信用代码,成立日期,行政区划\n接口甲公司,91150581MA0A00014D,2016-03-31,150581\n接口乙公司,13830295-X,2016-03-31,150581\n";

    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    private JsonMapper json;

    /** Written to the socket by hand: a decent client refuses to send such a header. */
    @ParameterizedTest
    @ValueSource(strings = {"批次一", "clé-0001"})
    void saysInTheCallersLanguageWhatAKeyMayHold(String key) throws Exception {
        String request = "POST /api/deliveries?kind=registration HTTP/1.1\r\nHost: localhost\r\nConnection: close"
                + "\r\nAuthorization: Bearer " + anApiKey("delivery:write") + "\r\nAccept-Language: en"
                + "\r\nIdempotency-Key: " + key + "\r\nContent-Type: text/csv\r\nContent-Length: 0\r\n\r\n";
        String answer;
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains(
                        "application/problem+json", "Idempotency-Key may hold letters, digits and signs of ASCII only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/octet-stream", "application/x-www-form-urlencoded"})
    void takesAFileAsTheBodyWhateverItsTypeAndTellsWhatBecameOfIt(String type) throws Exception {
        String key = anApiKey("delivery:write", "delivery:read");
        HttpResponse<String> answer = send(
                key, post("registration", UUID.randomUUID().toString(), FILE).header("Content-Type", type));
        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode received = json.readTree(answer.body());
        assertThat(received.get("status").asString()).isEqualTo("received");
        long id = received.get("id").asLong();
        assertThat(answer.headers().firstValue("Location")).contains("/api/deliveries/" + id);

        JsonNode status = settled(key, id);
        assertThat(status.get("status").asString()).isEqualTo("done");
        assertThat(status.get("rows").asLong()).isEqualTo(2);
        assertThat(status.get("added").asLong() + status.get("same").asLong()).isEqualTo(1);
        assertThat(status.get("changed").asLong()).isZero();
        assertThat(status.get("flagged").asLong()).isZero();
        assertThat(status.get("faults").asLong()).isEqualTo(1);

        HttpResponse<String> faults =
                send(key, request("/" + id + "/faults.csv").header("Accept-Language", "en"));
        assertThat(faults.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(faults.body()).contains("3,统一社会信用代码,13830295-X,").contains("found 9 characters");
    }

    @Test
    void answersTheSameKeyWithTheFirstDeliveryAndRefusesItForAnother() throws Exception {
        String apiKey = anApiKey("delivery:write", "delivery:read");
        String key = UUID.randomUUID().toString();
        long first = id(send(apiKey, post("registration", key, FILE)));
        assertThat(id(send(apiKey, post("registration", key, FILE)))).isEqualTo(first);
        HttpResponse<String> other = send(apiKey, post("registration", key, FILE + "丙,1,2,3\n"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json.readTree(other.body()).get("code").asString()).isEqualTo("delivery-key-reused");
    }

    @Test
    void neverTakesATrialForALoadNorALoadForATrialBecauseTheKeyIsTheSame() throws Exception {
        String apiKey = anApiKey("delivery:write", "delivery:read");
        String key = UUID.randomUUID().toString();
        String file = FILE.replace("91150581MA0A00014D", "91150581MA0A00152U");
        long tried = id(send(apiKey, post("registration&dryRun=true", key, file)));
        settled(apiKey, tried);
        assertThat(id(send(apiKey, post("registration&dryRun=true", key, file))))
                .as("the same again")
                .isEqualTo(tried);
        JsonNode toLoad = problem(apiKey, post("registration", key, file), 422);
        assertThat(toLoad.get("code").asString()).isEqualTo("delivery-key-tried");
        assertThat(toLoad.get("detail").asString())
                .contains(key, "delivery %d".formatted(tried), "nothing was taken", "/load");

        String other = UUID.randomUUID().toString();
        long loaded = id(send(apiKey, post("registration", other, file)));
        settled(apiKey, loaded);
        JsonNode toTry = problem(apiKey, post("registration&dryRun=true", other, file), 422);
        assertThat(toTry.get("code").asString()).isEqualTo("delivery-key-loaded");
        assertThat(toTry.get("detail").asString())
                .contains(other, "delivery %d".formatted(loaded), "nothing was tried out");
    }

    @Test
    void saysThatTheSameFileCameBefore() throws Exception {
        String key = anApiKey("delivery:write", "delivery:read");
        String file = FILE.replace("91150581MA0A00014D", "91150581MA0A00099X");
        long first = id(send(key, post("registration", UUID.randomUUID().toString(), file)));
        settled(key, first);
        long again = id(send(key, post("registration", UUID.randomUUID().toString(), file)));
        assertThat(settled(key, again).get("sameFileAs").asLong()).isEqualTo(first);
        JsonNode english = json.readTree(
                send(key, request("/" + again).header("Accept-Language", "en")).body());
        assertThat(english.get("notes").get(0).asString())
                .startsWith("Byte for byte the file that your department sent as delivery %d.".formatted(first))
                .contains("It was not loaded again");
        assertThat(english.get("notes").get(1).asString())
                .startsWith("Every row that could be taken was known already")
                .contains("Rows with faults, not stored: 1.");
    }

    @Test
    void filesSentOneAfterTheOtherAreLoadedInThatOrder() throws Exception {
        String key = anApiKey("delivery:write", "delivery:read");
        String header = "企业名称,统一社会信用代码,成立日期\n";
        String code = "91150581MA0A00098E";
        long last = 0;
        StringBuilder many = new StringBuilder(header);
        for (int i = 0; i < 3_000; i++) {
            many.append("先到的公司,").append(code).append(",2016-03-31\n");
        }
        send(key, post("registration", UUID.randomUUID().toString(), many.toString()));
        for (int i = 1; i <= 6; i++) {
            String file = header + "第%d次报送的公司,%s,2016-03-31\n".formatted(i, code);
            last = id(send(key, post("registration", UUID.randomUUID().toString(), file)));
        }
        settled(key, last);
        assertThat(jdbc.sql("select name from ingest.enterprise where credit_code = :code")
                        .param("code", code)
                        .query(String.class)
                        .single())
                .isEqualTo("第6次报送的公司");
    }

    @Test
    void aFileIsTriedOutAndLoadedOnceTheWordIsGiven() throws Exception {
        String key = anApiKey("delivery:write", "delivery:read");
        String file = "甲方;统一社会信用代码;旧列\n试读接口公司;91150581MA0A00151X;x\n";
        String choice =
                "&delimiter=semicolon&headerRow=1&encoding=UTF-8&map=%E7%94%B2%E6%96%B9:%E4%BC%81%E4%B8%9A%E5%90%8D%E7%A7%B0&map=%E6%97%A7%E5%88%97:-";
        long id = id(send(
                key,
                post("registration&dryRun=true" + choice, UUID.randomUUID().toString(), file)
                        .header("Content-Type", "application/x-www-form-urlencoded")));
        JsonNode checked = settled(key, id);
        assertThat(checked.get("status").asString()).isEqualTo("checked");
        JsonNode check = checked.get("check");
        assertThat(check.get("rows").asLong()).isEqualTo(1);
        assertThat(check.get("headers").get(0).get("column").asString()).isEqualTo("企业名称");
        assertThat(check.get("headers").get(2).get("taken").asString()).isEqualTo("left_out");
        assertThat(jdbc.sql("select count(*) from ingest.enterprise where credit_code = '91150581MA0A00151X'")
                        .query(Long.class)
                        .single())
                .isZero();

        String load = "/" + id + "/load?seen=" + check.get("at").asString();
        String word = UUID.randomUUID().toString();
        assertThat(send(anApiKey("delivery:read"), order(load, word)).statusCode())
                .isEqualTo(403);
        assertThat(send(key, HttpRequest.newBuilder(address(load)).POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(
                                key,
                                order(
                                        "/" + id + "/load?seen=2026-01-01T00:00:00Z",
                                        UUID.randomUUID().toString()))
                        .statusCode())
                .isEqualTo(409);
        assertThat(send(key, order(load, word)).statusCode()).isEqualTo(202);
        assertThat(send(key, order(load, word)).statusCode())
                .as("the same order again")
                .isEqualTo(202);
        assertThat(settled(key, id).get("status").asString()).isEqualTo("done");
        assertThat(send(key, order("/" + id + "/discard", UUID.randomUUID().toString()))
                        .statusCode())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"encoding=utf-16", "delimiter=colon", "headerRow=0", "map=abc"})
    void refusesAtOnceAReadingThatCannotBe(String wrong) throws Exception {
        HttpResponse<String> answer = send(
                anApiKey("delivery:write"),
                post("registration&" + wrong, UUID.randomUUID().toString(), FILE)
                        .header("Accept-Language", "en"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json.readTree(answer.body()).get("detail").asString()).contains("No row was stored");
    }

    private HttpRequest.Builder order(String path, String idempotencyKey) {
        return HttpRequest.newBuilder(address(path))
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.noBody());
    }

    @Test
    void asksForAnIdempotencyKey() throws Exception {
        HttpResponse<String> answer = send(
                anApiKey("delivery:write"),
                HttpRequest.newBuilder(address("?kind=registration"))
                        .header("Accept-Language", "en")
                        .POST(BodyPublishers.ofString(FILE)));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json.readTree(answer.body()).get("detail").asString()).contains("Idempotency-Key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fines", "REGISTRATION", ""})
    void namesTheKindsItKnows(String kind) throws Exception {
        HttpResponse<String> answer =
                send(anApiKey("delivery:write"), post(kind, UUID.randomUUID().toString(), FILE));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("registration, permit, penalty, abnormal, dishonesty, inspection, change");
    }

    @Test
    void namesWhatIsWrongWithARequest() throws Exception {
        String key = anApiKey("delivery:write", "delivery:read");
        JsonNode noKind = problem(
                key,
                HttpRequest.newBuilder(address(""))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(FILE)),
                400);
        assertThat(noKind.get("detail").asString()).contains("parameter kind", "penalty", "?kind=");
        JsonNode noNumber = problem(key, request("/abc"), 400);
        assertThat(noNumber.get("detail").asString()).contains("parameter id", "whole number", "abc");
        assertThat(noNumber.get("instance").asString()).isEqualTo("/api/deliveries/abc");
        JsonNode noMethod = problem(key, request(""), 405);
        assertThat(noMethod.get("detail").asString()).contains("GET", "POST", "/api/docs");
        assertThat(noMethod.get("instance").asString()).isEqualTo("/api/deliveries");
    }

    private JsonNode problem(String key, HttpRequest.Builder request, int status) throws Exception {
        HttpResponse<String> answer = send(key, request.header("Accept-Language", "en"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        return json.readTree(answer.body());
    }

    @Test
    void tellsWhyAWholeFileFailed() throws Exception {
        String key = anApiKey("delivery:write", "delivery:read");
        JsonNode status =
                settled(key, id(send(key, post("penalty", UUID.randomUUID().toString(), FILE))));
        assertThat(status.get("status").asString()).isEqualTo("failed");
        assertThat(status.get("failure").get("code").asString()).isEqualTo("file-column-missing");
        assertThat(status.get("failure").get("detail").asString()).contains("行政处罚决定书文号");
    }

    @Test
    void asksForTheScopeOfEachThing() throws Exception {
        String reader = anApiKey("delivery:read");
        assertThat(send(reader, post("registration", "key-00001", FILE)).statusCode())
                .isEqualTo(403);
        String writer = anApiKey("delivery:write");
        long id = id(send(writer, post("registration", UUID.randomUUID().toString(), FILE)));
        assertThat(send(writer, request("/" + id)).statusCode()).isEqualTo(403);
        assertThat(send(reader, request("/" + id)).statusCode()).isEqualTo(200);
        assertThat(send(reader, request("/999999999")).statusCode()).isEqualTo(404);
        assertThat(send("nonsense", request("/" + id)).statusCode()).isEqualTo(401);
    }

    @Test
    void keepsNothingOfABodyThatBreaksOff() throws Exception {
        long before = jdbc.sql("select count(*) from ingest.delivery")
                .query(Long.class)
                .single();
        String key = anApiKey("delivery:write");
        try (var socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/deliveries?kind=registration HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                            + key
                            + "\r\nIdempotency-Key: broken-off-1\r\nContent-Type: text/csv\r\nContent-Length: 100000\r\n\r\n"
                            + FILE)
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
        Instant latest = Instant.now().plusSeconds(2);
        while (Instant.now().isBefore(latest)) {
            assertThat(jdbc.sql("select count(*) from ingest.delivery where idempotency_key = 'broken-off-1'")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
        assertThat(before).isNotNegative();
    }

    @Test
    void describesItselfAsOpenApi() throws Exception {
        HttpResponse<String> docs = client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:%d/api/docs".formatted(port)))
                        .build(),
                BodyHandlers.ofString());
        JsonNode paths = json.readTree(docs.body()).get("paths");
        assertThat(json.readTree(docs.body()).get("info").get("title").asString())
                .contains("双随机");
        assertThat(docs.body()).as("who calls follows from the key").doesNotContain("\"actor\"");
        assertThat(json.readTree(docs.body())
                        .get("components")
                        .get("securitySchemes")
                        .toString())
                .contains("bearer");
        JsonNode asked = paths.get("/api/deliveries").get("post").get("parameters");
        for (JsonNode parameter : asked) {
            String name = parameter.get("name").asString();
            assertThat(parameter.get("required").asBoolean())
                    .as(name)
                    .isEqualTo(List.of("kind", "Idempotency-Key").contains(name));
        }
        assertThat(asked.size()).isEqualTo(10);
        assertThat(paths.get("/api/deliveries").get("post").get("summary").asString())
                .contains("CSV", "XLSX", "JSON");
        JsonNode bodies =
                paths.get("/api/deliveries").get("post").get("requestBody").get("content");
        assertThat(bodies.propertyNames())
                .containsExactlyInAnyOrder(
                        "text/csv",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        "application/x-ndjson");
        assertThat(paths.has("/api/deliveries/{id}/faults.csv")).isTrue();
        assertThat(paths.has("/api/deliveries/{id}/faults.xlsx")).isTrue();
    }

    @Test
    void describesEveryKindOfRecordThatCanBeSent() throws Exception {
        JsonNode docs = json.readTree(client.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:%d/api/docs".formatted(port)))
                                .build(),
                        BodyHandlers.ofString())
                .body());
        String sent = docs.at("/paths/~1api~1deliveries/post/parameters/0/schema/$ref")
                .asString();
        String told = docs.at("/components/schemas/Status/properties/kind/$ref").asString();
        assertThat(told).isEqualTo(sent);
        JsonNode words = docs.at(sent.substring(1)).get("enum");
        assertThat(words.valueStream().map(JsonNode::asString))
                .containsExactly(
                        Arrays.stream(RecordKind.values()).map(RecordKind::word).toArray(String[]::new));
    }

    private JsonNode settled(String key, long id) throws IOException, InterruptedException {
        Instant latest = Instant.now().plus(Duration.ofSeconds(30));
        while (true) {
            JsonNode status = json.readTree(send(key, request("/" + id)).body());
            String word = status.get("status").asString();
            if (!List.of("checking", "received", "running").contains(word)) {
                return status;
            }
            assertThat(Instant.now()).as("still loading: %d", id).isBefore(latest);
        }
    }

    private long id(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json.readTree(answer.body()).get("id").asLong();
    }

    private HttpRequest.Builder post(String kind, String key, String body) {
        return HttpRequest.newBuilder(address("?kind=" + kind))
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address(path)).GET();
    }

    private URI address(String rest) {
        return URI.create("http://localhost:%d/api/deliveries%s".formatted(port, rest));
    }

    private HttpResponse<String> send(String key, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.header("Authorization", "Bearer " + key).build(), BodyHandlers.ofString());
    }
}
