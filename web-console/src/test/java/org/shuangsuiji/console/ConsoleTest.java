package org.shuangsuiji.console;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.office.CreateDepartment;
import org.shuangsuiji.console.office.CreatePerson;
import org.shuangsuiji.console.office.Departments;
import org.shuangsuiji.console.office.ManageApiClients;
import org.shuangsuiji.console.office.Person;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.db.OfficeDatabase;
import org.shuangsuiji.ingest.ReceiveDelivery;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.RecordKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole application on a free port, with a real database of its own; one context for all tests that extend this
 * and add no settings of their own. Tests share the database: make your own people and things, and look only at them.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "shuangsuiji.sign-in.tries-per-account=10000",
            "shuangsuiji.sign-in.tries-per-address=10000",
            "shuangsuiji.data=target/test-data",
            "shuangsuiji.demo=false",
            "shuangsuiji.draw.notice=1s"
        })
public abstract class ConsoleTest {
    protected static final String PASSWORD = "Correct-Horse-2026";

    private static final OfficeDatabase DATABASE = OfficeDatabase.create();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @LocalServerPort
    protected int port;

    /** As role shuangsuiji_app. */
    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    private Departments departments;

    @Autowired
    private CreateDepartment createDepartment;

    @Autowired
    private CreatePerson createPerson;

    @Autowired
    private ManageApiClients manageClients;

    @Autowired
    private ReceiveDelivery receiveDelivery;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DatabaseOfTests.register(registry, DATABASE);
    }

    /** As the owner of the database, who may do everything; for looking and for damage. */
    protected static JdbcClient asOwner() {
        return JdbcClient.create(DATABASE.owner());
    }

    /** A browser that nobody has used yet. */
    protected Browser browser() {
        return new Browser(port);
    }

    /** A browser in which a fresh person with these roles, of {@link #district()}, has signed in. */
    protected Browser signedInAs(Role... roles) {
        return signedInAs(district(), roles);
    }

    protected Browser signedInAs(Department department, Role... roles) {
        return signedIn(aPerson(department, roles));
    }

    protected Browser signedIn(Person person) {
        Browser browser = browser();
        browser.signIn(person.account(), PASSWORD);
        return browser;
    }

    protected Person aPerson(Role... roles) {
        return aPerson(district(), roles);
    }

    protected Person aPerson(Department department, Role... roles) {
        String account = "tester" + NUMBER.incrementAndGet();
        return aPerson(department, account, "测试员" + NUMBER.get(), null, roles);
    }

    /** Somebody of the inspector directory, with an account of their own; whose account it was before is nobody now. */
    protected Person anInspector(Department department, String name, long inspectorId) {
        asOwner()
                .sql("update office.person set inspector_id = null where inspector_id = :id")
                .param("id", inspectorId)
                .update();
        String account = "tester" + NUMBER.incrementAndGet();
        return aPerson(department, account, name, inspectorId, Role.INSPECTOR);
    }

    private Person aPerson(
            Department department, String account, String name, @Nullable Long inspectorId, Role... roles) {
        return createPerson.create(
                new CreatePerson.NewPerson(account, name, department.id(), Set.of(roles), PASSWORD, inspectorId, false),
                Actor.SYSTEM);
    }

    /** A key for /api, of a client of {@link #district()} with these scopes. */
    protected String anApiKey(String... scopes) {
        return manageClients
                .create("客户端" + NUMBER.incrementAndGet(), district().id(), Set.of(scopes), Actor.SYSTEM)
                .key();
    }

    /** Sends a file in the name of {@link #district()} and waits until it is loaded; its number. */
    protected long deliver(RecordKind kind, String text) {
        return deliver(district(), kind, text);
    }

    protected long deliver(Department sender, RecordKind kind, String text) {
        var actor = new Actor("tester", "tester", sender.id(), sender.scope());
        long id = receiveDelivery
                .receive(
                        kind,
                        "file.csv",
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        UUID.randomUUID().toString(),
                        actor)
                .id();
        while (!jdbc.sql("select state from ingest.delivery where id = ?")
                .param(id)
                .query(String.class)
                .single()
                .equals("done")) {
            Thread.onSpinWait();
        }
        return id;
    }

    /** The root of the tree: a city. */
    protected Department city() {
        return department(0, "TEST-CITY", "通辽市市场监督管理局", Department.Level.CITY, "150500");
    }

    /** A county below the city; most tests happen here. */
    protected Department district() {
        return department(city().id(), "TEST-150581", "霍林郭勒市市场监督管理局", Department.Level.COUNTY, "150581");
    }

    /** Another county below the city, whose rows the first must not see. */
    protected Department neighbour() {
        return department(city().id(), "TEST-150521", "科尔沁左翼中旗市场监督管理局", Department.Level.COUNTY, "150521");
    }

    /** A county below the city that no other test knows, for who counts the enterprises of a whole county. */
    protected Department county(String region, String name) {
        return department(city().id(), "TEST-" + region, name, Department.Level.COUNTY, region);
    }

    protected Department county(Department above, String region, String name) {
        return department(above.id(), "TEST-" + region, name, Department.Level.COUNTY, region);
    }

    /** A department of the same region, such as the housing bureau below the county. */
    protected Department bureau(Department above, String name) {
        return department(
                above.id(),
                above.code() + "-BUREAU",
                name,
                above.level(),
                above.region().code());
    }

    /** A province of its own. */
    protected Department province(String region, String name) {
        return department(0, "TEST-" + region, name, Department.Level.PROVINCE, region);
    }

    private Department department(long parent, String code, String name, Department.Level level, String region) {
        synchronized (NUMBER) {
            return departments.list(org.shuangsuiji.model.Scope.WHOLE_OFFICE).stream()
                    .filter(it -> it.code().equals(code))
                    .findFirst()
                    .orElseGet(() -> createDepartment.create(
                            new Departments.NewDepartment(parent, code, name, name, level, "市场监管", region),
                            Actor.SYSTEM));
        }
    }
}
