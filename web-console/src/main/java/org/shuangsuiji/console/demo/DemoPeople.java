package org.shuangsuiji.console.demo;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.office.ApiClients;
import org.shuangsuiji.console.office.CreateDepartment;
import org.shuangsuiji.console.office.Departments;
import org.shuangsuiji.console.office.Departments.NewDepartment;
import org.shuangsuiji.console.office.ManageApiClients;
import org.shuangsuiji.console.office.Passwords;
import org.shuangsuiji.console.office.People;
import org.shuangsuiji.console.office.Person;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.RowContent;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.sampling.InspectorTerms;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bodies, accounts and the API client of the demo.
 *
 * <p>The password and the key are the choice of whoever starts the demo, short ones too; so they do not pass the rules
 * that hold for real accounts.
 */
@Service
@Profile(DemoProfile.NAME)
class DemoPeople {
    private static final String CLIENT = "演示接口";
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    /**
     * What the visitor has to know.
     *
     * @param password the password of all demo accounts; absent when an earlier start made it and printed it
     * @param apiKey the key of the demo's API client; absent likewise
     */
    record Credentials(@Nullable String password, @Nullable String apiKey) {}

    private final Departments departments;
    private final CreateDepartment createDepartment;
    private final People people;
    private final Passwords passwords;
    private final ApiClients clients;
    private final Ledger ledger;
    private final DemoSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    DemoPeople(
            Departments departments,
            CreateDepartment createDepartment,
            People people,
            Passwords passwords,
            ApiClients clients,
            Ledger ledger,
            DemoSettings settings,
            Clock clock) {
        this.departments = departments;
        this.createDepartment = createDepartment;
        this.people = people;
        this.passwords = passwords;
        this.clients = clients;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    /** Makes what is missing; a password or key given at this start takes the place of the former one. */
    @Transactional
    public Credentials settle() {
        for (DemoPlace place : DemoPlace.values()) {
            if (find(place).isEmpty()) {
                make(place);
            }
        }
        return new Credentials(settlePassword().orElse(null), settleKey().orElse(null));
    }

    Department department(DemoPlace place) {
        return find(place).orElseThrow(() -> new IllegalStateException("No demo body " + place.code()));
    }

    /** The person as the one who acts. */
    Actor actor(DemoAccount account) {
        Department department = department(account.place());
        return new Actor(account.account(), account.personName(), department.id(), department.scope());
    }

    /** An inspector of the directory as the one who acts. */
    Actor inspector(String staffNo, String inspectorName, DemoPlace place) {
        Department department = department(place);
        return new Actor(accountOf(staffNo), inspectorName, department.id(), department.scope());
    }

    /**
     * Lets an entry of the inspector directory be a person, as only people enter results: the first two have accounts
     * to sign in with, the others have none.
     */
    @Transactional
    public void bind(InspectorTerms terms, long inspectorId) {
        String account = accountOf(terms.staffNo());
        Person person = people.byAccount(account).orElseGet(() -> {
            var colleague = new Person(
                    account, terms.name(), terms.departmentId(), Set.of(Role.INSPECTOR), null, true, clock.instant());
            return people.add(colleague);
        });
        RowContent before = person.row();
        person.inspectAs(inspectorId);
        ledger.record(LedgerEntry.of(LedgerEvent.USER_CHANGED, Actor.SYSTEM, "person", person.id())
                .with("account", account)
                .row(before, person.row()));
    }

    private static String accountOf(String staffNo) {
        return switch (staffNo) {
            case "SJ001" -> DemoAccount.INSPECTOR.account();
            case "SJ002" -> DemoAccount.INSPECTOR_TWO.account();
            default -> staffNo.toLowerCase(Locale.ROOT);
        };
    }

    private Optional<Department> find(DemoPlace place) {
        return departments.list(Scope.WHOLE_OFFICE).stream()
                .filter(it -> it.code().equals(place.code()))
                .findFirst();
    }

    private void make(DemoPlace place) {
        long above = place.above().map(it -> department(it).id()).orElse(0L);
        createDepartment.create(
                new NewDepartment(
                        above,
                        place.code(),
                        place.fullName(),
                        place.shortName(),
                        place.level(),
                        place.function(),
                        place.region()),
                Actor.SYSTEM);
    }

    private Optional<String> settlePassword() {
        Optional<String> given = settings.password();
        boolean first = people.byAccount(DemoAccount.ADMIN.account()).isEmpty();
        if (given.isEmpty() && !first) {
            return Optional.empty();
        }
        String password = given.orElseGet(() -> fresh(14));
        @Nullable String hash = null;
        // one salt for nine accounts of one known password saves seconds and gives nothing away
        Map<String, Boolean> fits = new HashMap<>();
        for (DemoAccount account : DemoAccount.values()) {
            Optional<Person> known = people.byAccount(account.account());
            String present = known.map(Person::passwordHash).orElse(null);
            if (present != null && fits.computeIfAbsent(present, it -> passwords.matches(password, it))) {
                continue;
            }
            hash = hash == null ? passwords.hash(password) : hash;
            if (known.isPresent()) {
                known.get().setPasswordHash(hash);
                ledger.record(LedgerEntry.of(
                        LedgerEvent.PASSWORD_CHANGED,
                        Actor.SYSTEM,
                        "person",
                        known.get().id()));
            } else {
                make(account, hash);
            }
        }
        return Optional.of(password);
    }

    private void make(DemoAccount account, String hash) {
        var person = new Person(
                account.account(),
                account.personName(),
                department(account.place()).id(),
                Set.of(account.role()),
                hash,
                true,
                clock.instant());
        people.add(person);
        ledger.record(LedgerEntry.of(LedgerEvent.USER_CREATED, Actor.SYSTEM, "person", person.id())
                .with("account", account.account())
                .with("roles", account.role())
                .row(person.row()));
    }

    private Optional<String> settleKey() {
        Optional<String> given = settings.apiKey();
        List<ApiClients.Client> standing = clients.list(Scope.WHOLE_OFFICE).stream()
                .filter(it -> it.demo() && it.revokedAt() == null)
                .toList();
        if (given.isEmpty() && !standing.isEmpty()) {
            return Optional.empty();
        }
        String key = given.orElseGet(() -> "ssj_" + fresh(43));
        byte[] hash = ManageApiClients.hash(key);
        if (clients.byKeyHash(hash).isPresent()) {
            return Optional.of(key);
        }
        for (ApiClients.Client client : standing) {
            clients.revoke(client.id(), clock.instant());
            ledger.record(LedgerEntry.of(LedgerEvent.API_CLIENT_REVOKED, Actor.SYSTEM, "api-client", client.id())
                    .because("new demo key"));
        }
        String name = freeName();
        long county = department(DemoPlace.COUNTY).id();
        Set<String> scopes = new TreeSet<>(ManageApiClients.SCOPES);
        long id = clients.add(name, county, hash, scopes, clock.instant(), true);
        ledger.record(LedgerEntry.of(LedgerEvent.API_CLIENT_CREATED, Actor.SYSTEM, "api-client", id)
                .with("name", name)
                .with("department", county)
                .with("scopes", scopes)
                .row(ManageApiClients.row(name, county, scopes, key)));
        return Optional.of(key);
    }

    private String freeName() {
        String name = CLIENT;
        for (int i = 2; clients.nameTaken(name); i++) {
            name = CLIENT + i;
        }
        return name;
    }

    private String fresh(int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
