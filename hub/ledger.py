"""Carries out commands: judged by the rules, stored in one commit, answered only then. No network here."""

import logging
from collections.abc import Callable
from typing import cast

from hub.clock import Clock
from hub.decoding import Bad, Decoded, decoded
from hub.events import device_event, events_of
from hub.inbox import Request
from hub.plan import plan_of
from hub.queries import Made, Queries, is_for_outside
from hub.results import Result, goes_with_day, result_of, way_of
from hub.sitting import Done, Reply, Sitting
from hub.storage.change import Answered, Change
from hub.storage.closing import closing_of
from hub.storage.failure import StorageFailed
from hub.storage.store import Store
from hub.translate import translated
from hub.views import ticket_view
from queueing import facts as f
from queueing.branch import Branch
from queueing.moment import Moment
from queueing.refusals import Refusal, Refused
from runtime.logs import RateLimited
from runtime.settings.model import Settings
from wire.answers import encode_answer, encode_refusal
from wire.devices import DeviceStatus, Job
from wire.names import new_id
from wire.refusals import RefusalCode

UNSEEN = (f.TicketTaken, f.FetchMeChanged, f.PaperReported, f.PrintOrdered, f.VisitRegistered, f.QuestionRegistered)
"""Facts of which the board shows nothing."""

log = logging.getLogger(__name__)


class Ledger:
    """The branch and its store, kept in step. Used by one thread."""

    def __init__(self, settings: Settings, store: Store) -> None:
        self.settings = settings
        self.is_degraded = False
        """Whether the database cannot be written."""
        self.is_unsaved = False
        """Whether the picture holds what is not on disk; nobody may see it then."""
        self._store = store
        self._plan = plan_of(settings)
        self._noise = RateLimited(log)
        store.prepare(Clock(None, 0.0).now().at)
        memory = store.load()
        self.epoch = memory.epoch
        self.revision = memory.revision
        self.clock = Clock(memory.last_at, memory.uptime_s)
        self.branch = self._replayed(memory.facts)
        self._queries = Queries(settings, store)
        self._follow(self.branch.start(self.clock.now()))

    def carry_out(self, requests: list[Request]) -> Done:
        """Judge, store and answer; a database that fails changes nothing and is said so."""
        read = [(request, decoded(request)) for request in requests if not request.is_expired()]
        good = [what for _, what in read if isinstance(what, Decoded) and not is_for_outside(what.command)]
        done = Done()
        answers = self._carry_out(good, done)
        for request, what in read:
            if isinstance(what, Decoded) and is_for_outside(what.command):
                self._put_off(request, what, done)
                continue
            payload = self._refuse_bad(what) if isinstance(what, Bad) else answers.pop(0)
            done.replies.append(Reply(request, payload))
        return done

    def begin_report(self, what: Decoded) -> Callable[[], Made] | bytes:
        """The work for a report, which touches nothing here; the answer where that is known."""
        try:
            self._refresh()
            return self._known(what) or self._queries.for_outside(what.command, self.clock.now())
        except StorageFailed as trouble:
            self._note_trouble(trouble)
            return encode_refusal(what.command.request_id, "storage-failed")

    def end_report(self, what: Decoded, made: Made) -> bytes:
        """The answer, once it is remembered what it makes public."""
        request_id, (tables, publications) = what.command.request_id, made
        try:
            self._refresh()
            sitting = Sitting(self.clock.now(), self.revision, {})
            payload = encode_answer(request_id, self.revision, tables=tables)
            sitting.change.answered[request_id] = Answered(request_id, what.fingerprint, payload)
            sitting.change.publications.extend(publications)
            self._commit(sitting)
        except StorageFailed as trouble:
            self._note_trouble(trouble)
            return encode_refusal(request_id, "storage-failed")
        return payload

    def pass_time(self) -> None:
        """Let the day turn over where it is time."""
        if self.is_unsaved:
            self.touch()
        else:
            self._follow(self.branch.tick(self.clock.now()))

    def note_device(self, status: DeviceStatus) -> None:
        """Keep for the outside world that a device is in another state."""
        now = self.clock.now()
        change = Change(events=[device_event(status, self.settings, now)])
        try:
            self._store.commit(change, self.revision, now)
        except StorageFailed as trouble:
            self._note_trouble(trouble)

    def touch(self) -> None:
        """Store the time; finds out whether a database that failed is back."""
        try:
            self._refresh()
            self._store.touch(self.revision, self.clock.now())
            self.is_degraded = False
        except StorageFailed as trouble:
            self._note_trouble(trouble)

    def _put_off(self, request: Request, what: Decoded, done: Done) -> None:
        """A report is for later; one that is repeated need not wait for another that is in hand."""
        try:
            known = self._known(what)
        except StorageFailed:
            known = None
        if known:
            done.replies.append(Reply(request, known))
        else:
            done.later.append((request, what))

    def _known(self, what: Decoded) -> bytes | None:
        """The answer to a request that was answered before."""
        request_id = what.command.request_id
        before = self._store.answers([request_id]).get(request_id)
        return _repeated(before, what) if before else None

    def _carry_out(self, commands: list[Decoded], done: Done) -> list[bytes]:
        try:
            return self._sit(commands, done)
        except StorageFailed as trouble:
            self._note_trouble(trouble)
        except Exception:
            self.is_unsaved = True
            if len(commands) > 1:
                return [answer for command in commands for answer in self._carry_out([command], done)]
            log.exception("a command could not be carried out: %s", [command.name for command in commands])
        return [self._turned_down(what) for what in commands]

    def _turned_down(self, what: Decoded) -> bytes:
        """The answer where nothing can be stored: other reasons to refuse go before that one."""
        request_id = what.command.request_id
        try:
            self._refresh()
            before = self._store.answers([request_id]).get(request_id)
            if before:
                return _repeated(before, what)
            self._outcome(what, Change(), self.clock.now())
        except Refused as refused:
            return encode_refusal(request_id, cast("RefusalCode", refused.refusal.code))
        except StorageFailed as trouble:
            self._note_trouble(trouble)
        except Exception:
            log.exception("a command could not be judged: %s", what.name)
        return encode_refusal(request_id, "storage-failed")

    def _sit(self, commands: list[Decoded], done: Done) -> list[bytes]:
        self._refresh()
        known = self._store.answers([what.command.request_id for what in commands]) if commands else {}
        sitting = Sitting(self.clock.now(), self.revision, known)
        self._take_over(sitting, self.branch.tick(sitting.now))
        answers = [self._judge(sitting, what) for what in commands]
        self._commit(sitting)
        done.jobs.extend(sitting.jobs)
        done.is_for_the_waiting_room |= not all(isinstance(fact, UNSEEN) for fact in sitting.change.facts)
        return answers

    def _judge(self, sitting: Sitting, what: Decoded) -> bytes:
        request_id = what.command.request_id
        before = sitting.change.answered.get(request_id) or sitting.known.get(request_id)
        if before:
            return _repeated(before, what)
        try:
            result = self._result(sitting, what)
        except Refused as refused:
            return encode_refusal(request_id, cast("RefusalCode", refused.refusal.code))
        payload = encode_answer(request_id, sitting.revision, **result)
        kept = Answered(request_id, what.fingerprint, payload, goes_with_day(result))
        sitting.change.answered[request_id] = kept
        return payload

    def _result(self, sitting: Sitting, what: Decoded) -> Result:
        outcome = self._outcome(what, sitting.change, sitting.now)
        if isinstance(outcome, dict):
            return outcome
        self._take_over(sitting, outcome)
        result = result_of(what.command, outcome, self.branch.picture)
        return result | way_of(what.command, result, self.branch.picture) if self.settings.calling.walk_up else result

    def _outcome(self, what: Decoded, change: Change, now: Moment) -> tuple[f.Fact, ...] | Result:
        """What a command leads to, or the result of a query; raises `Refused`."""
        command = translated(what.command)
        if command is None:
            return self._queries.answer(what.command, self.branch, change, now)
        outcome = self.branch.handle(command, now)
        if isinstance(outcome, Refusal):
            raise Refused(outcome.code)
        return outcome

    def _take_over(self, sitting: Sitting, facts: tuple[f.Fact, ...]) -> None:
        sitting.revision += bool(facts)
        self.is_unsaved = self.is_unsaved or bool(facts)
        for fact in facts:
            if isinstance(fact, f.DayClosed) and self.branch.picture.day is not None:
                closing = closing_of(self.branch.picture, self._plan.zone)
                sitting.change.close(closing)
                sitting.change.events.extend(events_of(closing, self.settings))
            if isinstance(fact, f.PrintOrdered):
                sitting.jobs.append((fact.device, self._job(fact)))
            self.branch.apply(fact)
            sitting.change.facts.append(fact)

    def _job(self, fact: f.PrintOrdered) -> Job:
        if fact.ticket_id is None:
            return Job(job_id=fact.job_id, job="print-referral", partner=fact.partner, language=fact.language)
        ticket = self.branch.picture.tickets[fact.ticket_id]
        return Job(job_id=fact.job_id, job="print-ticket", ticket=ticket_view(self.branch.picture, ticket))

    def _follow(self, facts: tuple[f.Fact, ...]) -> None:
        sitting = Sitting(self.clock.now(), self.revision, {})
        try:
            self._take_over(sitting, facts)
            self._commit(sitting)
        except StorageFailed as trouble:
            self._note_trouble(trouble)

    def _commit(self, sitting: Sitting) -> None:
        if sitting.change:
            self._store.commit(sitting.change, sitting.revision, sitting.now)
            self.is_degraded = self.is_unsaved = False
        self.revision = sitting.revision

    def _refresh(self) -> None:
        if self.is_unsaved:
            memory = self._store.load()
            self.branch = self._replayed(memory.facts)
            self.revision = memory.revision
            self.is_unsaved = False

    def _replayed(self, facts: tuple[f.Fact, ...]) -> Branch:
        branch = Branch(self._plan, new_id)
        for fact in facts:
            try:
                branch.apply(fact)
            except Exception as fault:
                raise StorageFailed(f"the journal is damaged: {fact} cannot have happened") from fault
        return branch

    def _note_trouble(self, trouble: StorageFailed) -> None:
        self.is_degraded = True
        self._noise.error("storage", "the database cannot be used: %s", trouble)

    def _refuse_bad(self, bad: Bad) -> bytes:
        self._noise.warning("bad-request", "refused a bad request: %s", bad.reason)
        return encode_refusal(bad.request_id, "bad-request")


def _repeated(before: Answered, what: Decoded) -> bytes:
    if before.fingerprint != what.fingerprint:
        return encode_refusal(what.command.request_id, "bad-request")
    return before.answer or encode_refusal(what.command.request_id, "too-late")
