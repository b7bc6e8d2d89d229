using GitAIOps.Sandbox.Model;

namespace GitAIOps.Sandbox;

/// <summary>Fills one pipeline; jobs are given stage by stage, in the order in which they run.</summary>
public sealed class PipelineBuilder
{
    private readonly SandboxWorld _world;
    private readonly Pipeline _pipeline;

    internal PipelineBuilder(SandboxWorld world, Pipeline pipeline) => (_world, _pipeline) = (world, pipeline);

    public long Id => _pipeline.Id;

    /// <summary>Adds a job. A second job of the same name is the retry of the first.</summary>
    /// <param name="log">What its trace holds; empty when left out.</param>
    public PipelineBuilder WithJob(
        string name, string stage, CiStatus status, JobLog? log = null, Action<JobBuilder>? configure = null)
    {
        var builder = new JobBuilder();
        configure?.Invoke(builder);
        lock (_world.Gate)
        {
            var earlier = _pipeline.Current.FirstOrDefault(job => job.Name == name);
            earlier?.IsRetried = true;
            var id = _world.JobId(builder.Id);
            Add(builder.Build(id, name, stage, status, log ?? JobLog.Empty, _pipeline), builder, earlier);
        }

        return this;
    }

    /// <summary>Adds a trigger job (a bridge) that started a pipeline of another project.</summary>
    public PipelineBuilder WithTrigger(string name, string stage, long downstreamPipeline)
    {
        lock (_world.Gate)
        {
            var downstream = _world.FindPipeline(downstreamPipeline)
                ?? throw new ArgumentException($"The sandbox has no pipeline {downstreamPipeline}.");
            var builder = new JobBuilder();
            var id = _world.JobId(null);
            Add(
                builder.Build(id, name, stage, downstream.Status, JobLog.Empty, _pipeline, downstream), builder, null);
        }

        return this;
    }

    /// <summary>The configuration could not be read: the pipeline failed and has no jobs.</summary>
    public PipelineBuilder WithYamlErrors(string errors)
    {
        lock (_world.Gate)
            _pipeline.YamlErrors = errors;
        return this;
    }

    private void Add(Job job, JobBuilder builder, Job? earlier)
    {
        var before = _pipeline.Current.Where(other => other.Stage != job.Stage);
        var since = earlier?.FinishedAt ?? before.Max(other => other.FinishedAt) ?? _pipeline.CreatedAt;
        builder.Place(job, since);
        _pipeline.Jobs.Add(job);
    }
}
